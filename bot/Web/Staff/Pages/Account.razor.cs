using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Accounts;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Staff.Pages;

/// <summary>What people change about their own account.</summary>
public sealed partial class Account
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["ten"] = "Đã lưu tên.",
        ["mat-khau"] = "Đã đổi mật khẩu. Các máy khác phải đăng nhập lại.",
        ["tat"] = "Đã tắt đăng nhập hai bước.",
    };

    private IReadOnlyList<string> troubles = [];

    private StaffMember me = null!;

    private int codesLeft;

    private bool isAtDesk;

    private string pushKey = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm]
    private Changes? Given { get; set; }

    /// <summary>What was done just before this page came.</summary>
    [SupplyParameterFromQuery(Name = "xong")]
    private string? Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Given ??= new();
        me = await Accounts.GetUserAsync(Http.User) ?? throw new InvalidOperationException("The signed-in account is gone.");
        isAtDesk = Http.User.IsInRole(StaffRoles.Advisor) || Http.User.IsInRole(StaffRoles.Head);
        pushKey = isAtDesk ? (await Keys.Read(Http.RequestAborted)).PublicKey : "";
        codesLeft = await Accounts.CountRecoveryCodesAsync(me);
    }

    private async Task Rename()
    {
        troubles = [.. Newcomer.NameTroubles(Given!.Name)];
        if (troubles.Count == 0)
            await Finish(await Deeds.Rename(me, Given.Name!.Trim().Normalize()), "ten");
    }

    private async Task ChangePassword()
    {
        troubles = [.. new Newcomer { Password = Given!.Password, Again = Given.Again }.PasswordTroubles()];
        if (troubles.Count == 0 && await Knows(Given.Before))
            await Finish(await Deeds.ChangePassword(me, Given.Before!, Given.Password!), "mat-khau");
    }

    private async Task SwitchOff()
    {
        if (await Knows(Given!.Off))
            await Finish(await Deeds.SwitchOff(me), "tat");
    }

    private async Task SignOutEverywhere()
    {
        await Deeds.SignOutEverywhere(me, me.Id);
        await Door.SignOutAsync();
        Navigation.NavigateTo(StaffSetup.SignInPath);
    }

    // Wrong ones count as at sign-in: who finds an open browser must not guess on.
    private async Task<bool> Knows(string? password)
    {
        var result = await Door.CheckPasswordSignInAsync(me, password ?? "", lockoutOnFailure: true);
        if (!result.Succeeded)
            troubles = [result.IsLockedOut ? LockWords.Of(me, Time.GetUtcNow()) : "Mật khẩu hiện nay không đúng. Chưa có gì thay đổi."];
        return result.Succeeded;
    }

    private async Task Finish(Microsoft.AspNetCore.Identity.IdentityResult result, string done)
    {
        troubles = result.Sentences();
        if (!result.Succeeded)
            return;
        await Door.RefreshSignInAsync(me);
        Navigation.NavigateTo($"{AccountPaths.Account}?xong={done}");
    }

    private sealed class Changes
    {
        public string? Name { get; set; }

        public string? Before { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }

        /// <summary>The password, to switch the second step off.</summary>
        public string? Off { get; set; }
    }
}
