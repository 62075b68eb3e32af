using ChatBot.Web.Staff.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

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
            troubles = [SignInGate.TooMany];
            return;
        }

        var result = await Door.PasswordSignInAsync(Given!.Email?.Trim() ?? "", Given.Password ?? "", Given.Stay, lockoutOnFailure: true);
        if (result.Succeeded)
            Navigation.NavigateTo(Inside(Back));
        else if (result.RequiresTwoFactor)
            Navigation.NavigateTo(QueryHelpers.AddQueryString(AccountPaths.SecondStep, new Dictionary<string, string?> { [StaffSetup.Back] = Inside(Back), ["giu"] = $"{Given.Stay}" }));
        else if (result.IsLockedOut)
            troubles = [LockWords.Of(await Door.UserManager.FindByEmailAsync(Given.Email!.Trim()), Time.GetUtcNow())];
        else
            troubles = ["E-mail hoặc mật khẩu không đúng. Sai 5 lần liền, tài khoản tạm khóa 5 phút."];
    }

    /// <summary>Where to go after signing in: only inside the staff pages, an address from a link must not lead out of the house.</summary>
    internal static string Inside(string? address) =>
        address is not null && (address == "/staff" || address.StartsWith("/staff/", StringComparison.Ordinal) || address.StartsWith("/staff?", StringComparison.Ordinal)) ? address : "/staff";

    private sealed class Credentials
    {
        public string? Email { get; set; }

        public string? Password { get; set; }

        public bool Stay { get; set; }
    }
}
