using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Staff.Pages;

/// <summary>E-mail and password; five wrong ones lock the account for some minutes.</summary>
public sealed partial class SignIn
{
    private IReadOnlyList<string> troubles = [];

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm]
    private Credentials? Given { get; set; }

    [SupplyParameterFromQuery(Name = StaffSetup.Back)]
    private string? Back { get; set; }

    protected override void OnInitialized() => Given ??= new();

    private async Task Enter()
    {
        if (!Gate.Lets(Http))
        {
            troubles = ["Máy này vừa thử quá nhiều lần. Bạn đợi một phút rồi thử lại."];
            return;
        }

        var result = await Door.PasswordSignInAsync(Given!.Email?.Trim() ?? "", Given.Password ?? "", Given.Stay, lockoutOnFailure: true);
        if (result.Succeeded)
            Navigation.NavigateTo(IsOurs(Back) ? Back! : "/staff");
        else
            troubles = result.IsLockedOut ? await SayLocked() : ["E-mail hoặc mật khẩu không đúng. Sai 5 lần liền, tài khoản tạm khóa 5 phút."];
    }

    private async Task<IReadOnlyList<string>> SayLocked()
    {
        var staff = await Door.UserManager.FindByEmailAsync(Given!.Email!.Trim());
        if (staff is null or { IsDisabled: true })
            return ["Tài khoản này đã ngừng hoạt động. Bạn liên hệ trưởng ban."];
        var minutes = Math.Max(1, (int)Math.Ceiling((staff.LockoutEnd!.Value - Time.GetUtcNow()).TotalMinutes));
        return [$"Tài khoản tạm khóa vì nhập sai mật khẩu 5 lần. Bạn thử lại sau {minutes} phút, hoặc nhờ trưởng ban tạo liên kết đặt mật khẩu mới."];
    }

    // Only inside the staff pages: an address from a link must not lead out of the house.
    private static bool IsOurs(string? address) => address is not null && (address == "/staff" || address.StartsWith("/staff/", StringComparison.Ordinal) || address.StartsWith("/staff?", StringComparison.Ordinal));

    private sealed class Credentials
    {
        public string? Email { get; set; }

        public string? Password { get; set; }

        public bool Stay { get; set; }
    }
}
