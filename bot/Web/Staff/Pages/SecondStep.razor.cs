using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace ChatBot.Web.Staff.Pages;

/// <summary>After the password: a code of the authenticator app, or one of the recovery codes. Wrong ones count like wrong passwords.</summary>
public sealed partial class SecondStep
{
    private IReadOnlyList<string> troubles = [];

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm]
    private Codes? Given { get; set; }

    [SupplyParameterFromQuery(Name = StaffSetup.Back)]
    private string? Back { get; set; }

    /// <summary>Whether to stay signed in for 14 days.</summary>
    [SupplyParameterFromQuery(Name = "giu")]
    private bool Stay { get; set; }

    private static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));

    protected override async Task OnInitializedAsync()
    {
        Given ??= new();
        if (await Door.GetTwoFactorAuthenticationUserAsync() is null)
            Navigation.NavigateTo(StaffSetup.SignInPath);
    }

    private Task Enter() => Try(staff => Door.TwoFactorAuthenticatorSignInAsync(Digits(Given!.Code), Stay, rememberClient: false),
        "Mã không đúng hoặc đã dùng. Bạn chờ mã mới hiện rồi nhập lại; nếu vẫn sai, xem giờ của điện thoại có đúng không.");

    private Task Recover() => Try(async staff =>
    {
        // Identity counts no wrong recovery codes, and lets an account in that is locked.
        if (await Door.UserManager.IsLockedOutAsync(staff))
            return SignInResult.LockedOut;
        var result = await Door.TwoFactorRecoveryCodeSignInAsync(Given!.Recovery ?? "");
        if (result == SignInResult.Failed)
            await Door.UserManager.AccessFailedAsync(staff);
        return result;
    }, "Mã dự phòng không đúng hoặc đã dùng.");

    private async Task Try(Func<StaffMember, Task<SignInResult>> step, string wrong)
    {
        if (!Gate.Lets(Http))
            troubles = [SignInGate.TooMany];
        else if (await Door.GetTwoFactorAuthenticationUserAsync() is not { } staff)
            Navigation.NavigateTo(StaffSetup.SignInPath);
        else if (await step(staff) is { Succeeded: true })
            Navigation.NavigateTo(SignIn.Inside(Back));
        else
            troubles = [await Door.UserManager.IsLockedOutAsync(staff) ? LockWords.Of(staff, Time.GetUtcNow()) : wrong];
    }

    private sealed class Codes
    {
        public string? Code { get; set; }

        public string? Recovery { get; set; }
    }
}
