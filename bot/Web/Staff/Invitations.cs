using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff;

/// <summary>One-time links with which somebody sets their own password: for a newcomer, or for one who forgot it.</summary>
public sealed class Invitations(ChatDb db, UserManager<StaffMember> accounts, TimeProvider time)
{
    public const string Path = "/staff/loi-moi";

    public static readonly TimeSpan Holds = TimeSpan.FromDays(3);

    // The hash stands among Identity's own tokens, so that it goes when the account goes.
    private const string Keeper = "union-chatbot";

    private const string Token = "invitation";

    /// <summary>A new account without a password; <see cref="Link"/> lets its owner in.</summary>
    public Task<IdentityResult> Invite(StaffMember newcomer, IEnumerable<string> roles, string head) => Do(head, "invited", newcomer, async () =>
    {
        var result = await accounts.CreateAsync(newcomer);
        return result.Succeeded ? await accounts.AddToRolesAsync(newcomer, roles) : result;
    });

    /// <summary>A new link, the only one that works for this account from now on.</summary>
    /// <returns>Its path and query.</returns>
    public async Task<string> Link(StaffMember staff, string head)
    {
        var code = SecretCode.Make();
        await Do(head, "link-made", staff, async () =>
        {
            await accounts.SetAuthenticationTokenAsync(staff, Keeper, Token, SecretCode.Hash(code));
            staff.InvitedUntil = time.GetUtcNow() + Holds;
            return await accounts.UpdateAsync(staff);
        });
        return $"{Path}?ma={code}";
    }

    /// <summary>Whose link this is; null when it was used, replaced or is too old.</summary>
    public async Task<StaffMember?> Find(string? code)
    {
        if (code is null)
            return null;
        var hash = SecretCode.Hash(code);
        var owner = await db.UserTokens.Where(it => it.LoginProvider == Keeper && it.Name == Token && it.Value == hash).Select(it => it.UserId).FirstOrDefaultAsync();
        var staff = owner is null ? null : await accounts.FindByIdAsync(owner);
        return staff is { IsDisabled: false } && time.GetUtcNow() < staff.InvitedUntil ? staff : null;
    }

    /// <summary>Sets the password and uses the link up. What the account had open elsewhere is signed out.</summary>
    public async Task<IdentityResult> Accept(StaffMember staff, string password) =>
        await Check(staff, password) ?? await Do(staff.Id, "password-set", staff, () => SetPassword(staff, password));

    private async Task<IdentityResult> SetPassword(StaffMember staff, string password)
    {
        await accounts.RemoveAuthenticationTokenAsync(staff, Keeper, Token);
        staff.InvitedUntil = null;
        staff.LockoutEnd = null;
        staff.AccessFailedCount = 0;
        if (await accounts.HasPasswordAsync(staff))
            await accounts.RemovePasswordAsync(staff);
        return await accounts.AddPasswordAsync(staff, password);
    }

    private async Task<IdentityResult?> Check(StaffMember staff, string password)
    {
        foreach (var rule in accounts.PasswordValidators)
            if (await rule.ValidateAsync(accounts, staff, password) is { Succeeded: false } no)
                return no;
        return null;
    }

    private Task<IdentityResult> Do(string by, string what, StaffMember whose, Func<Task<IdentityResult>> act) =>
        db.WithTrail(new AuditEntry(time.GetUtcNow(), by, what, null, whose.Id == by ? null : whose.Id), act);
}
