using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Accounts;

/// <summary>What people change about their own account, and a head about a colleague's: each deed with its line in the audit trail, both or neither.</summary>
public sealed class AccountDeeds(ChatDb db, StaffAccounts accounts, TimeProvider time)
{
    private const int RecoveryCodes = 10;

    public Task<IdentityResult> Rename(StaffMember me, string name) => Do(me, me.Id, "renamed", () =>
    {
        me.DisplayName = name;
        return accounts.UpdateAsync(me);
    });

    /// <summary>Signs out what is open elsewhere.</summary>
    public Task<IdentityResult> ChangePassword(StaffMember me, string before, string password) =>
        Do(me, me.Id, "password-changed", () => accounts.ChangePasswordAsync(me, before, password));

    /// <summary>From now on a code is asked for after the password.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code was not right.</returns>
    public Task<IReadOnlyList<string>?> SwitchOn(StaffMember me, string code) => MakeCodes(me, "two-step-on", async () =>
        await accounts.VerifyTwoFactorTokenAsync(me, TokenOptions.DefaultAuthenticatorProvider, code)
            ? await accounts.SetTwoFactorEnabledAsync(me, true)
            : IdentityResult.Failed());

    /// <summary>New recovery codes; those before open nothing any more. Null when somebody else changed the account meanwhile.</summary>
    public Task<IReadOnlyList<string>?> RenewCodes(StaffMember me) => MakeCodes(me, "two-step-codes", () => Task.FromResult(IdentityResult.Success));

    public Task<IdentityResult> SwitchOff(StaffMember me) => Do(me, me.Id, "two-step-off", () => Forget(me));

    /// <summary>For a colleague who lost telephone and recovery codes; signed out everywhere as well.</summary>
    public Task<IdentityResult> Reset(StaffMember colleague, string head) => Do(colleague, head, "two-step-reset", () => Forget(colleague));

    /// <summary>Every browser of the account must sign in anew.</summary>
    /// <param name="by">Whose deed it is; a head's, or their own.</param>
    public Task<IdentityResult> SignOutEverywhere(StaffMember person, string by) =>
        Do(person, by, "signed-out-everywhere", () => SignOut(person));

    /// <summary>Shuts an account for good, which signs it out everywhere, or opens it again.</summary>
    public Task<IdentityResult> Shut(StaffMember colleague, bool shut, string head) => Do(colleague, head, shut ? "account-shut" : "account-opened", async () =>
    {
        var changed = await accounts.SetLockoutEndDateAsync(colleague, shut ? DateTimeOffset.MaxValue : null);
        return changed.Succeeded ? await SignOut(colleague) : changed;
    });

    // Shown only when they are kept: whoever writes down codes that open nothing finds out too late.
    private async Task<IReadOnlyList<string>?> MakeCodes(StaffMember me, string what, Func<Task<IdentityResult>> before)
    {
        IReadOnlyList<string> codes = [];
        var result = await Do(me, me.Id, what, async () =>
        {
            if (await before() is { Succeeded: false } no)
                return no;
            codes = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(me, RecoveryCodes) ?? []];
            return codes.Count > 0 ? IdentityResult.Success : IdentityResult.Failed();
        });
        return result.Succeeded ? codes : null;
    }

    // Browsers that took notices take none any more: one of them may be the telephone that was lost.
    private async Task<IdentityResult> SignOut(StaffMember person)
    {
        await db.Pushes.Where(it => it.Staff == person.Id).ExecuteDeleteAsync();
        return await accounts.UpdateSecurityStampAsync(person);
    }

    // The old key goes: who still has it on a lost telephone gets in with it no more.
    private async Task<IdentityResult> Forget(StaffMember person)
    {
        var off = await accounts.SetTwoFactorEnabledAsync(person, false);
        return off.Succeeded ? await accounts.ResetAuthenticatorKeyAsync(person) : off;
    }

    private Task<IdentityResult> Do(StaffMember whose, string by, string what, Func<Task<IdentityResult>> act) =>
        db.WithTrail(new AuditEntry(time.GetUtcNow(), by, what, null, whose.Id == by ? null : whose.Id), act);
}
