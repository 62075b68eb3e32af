using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Accounts;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Staff.Pages;

/// <summary>Where the second step is set up, and recovery codes are shown the one time they are made.</summary>
public sealed partial class TwoStep
{
    private IReadOnlyList<string> troubles = [];

    private IReadOnlyList<string> codes = [];

    private StaffMember me = null!;

    private string key = "";

    private string address = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm]
    private Codes? Given { get; set; }

    protected override async Task OnInitializedAsync()
    {
        me = await Accounts.GetUserAsync(Http.User) ?? throw new InvalidOperationException("The signed-in account is gone.");
        if (me.TwoFactorEnabled)
            return;
        key = await Accounts.AuthenticatorKey(me);
        address = AuthenticatorQr.Address(key, me.Email!);
    }

    private async Task SwitchOn()
    {
        if (!Gate.Lets(Http))
            troubles = [SignInGate.TooMany];
        // Sent again by a reload: it is on already, and codes are shown once.
        else if (me.TwoFactorEnabled)
            return;
        else if (await Deeds.SwitchOn(me, string.Concat((Given?.Code ?? "").Where(char.IsAsciiDigit))) is not { } made)
            troubles = ["Mã không đúng. Bạn chờ mã mới hiện rồi nhập lại; nếu vẫn sai, xem giờ của điện thoại có đúng không."];
        else
            await Show(made);
    }

    private async Task Renew()
    {
        if (!me.TwoFactorEnabled)
            return;
        if (await Deeds.RenewCodes(me) is { } made)
            await Show(made);
        else
            troubles = ["Tài khoản vừa được sửa ở nơi khác; mã cũ vẫn dùng được. Bạn thử lại."];
    }

    private async Task Show(IReadOnlyList<string> made)
    {
        codes = made;
        await Door.RefreshSignInAsync(me);
    }

    private sealed class Codes
    {
        public string? Code { get; set; }
    }
}
