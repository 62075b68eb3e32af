using System.Globalization;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Identity;

namespace ChatBot.Web.Staff.Accounts;

/// <summary>Checks the code of an authenticator app by the clock of the house, and lets each in once: who looked over a shoulder comes too late.</summary>
public sealed class StaffAuthenticator(TimeProvider time) : AuthenticatorTokenProvider<StaffMember>
{
    private const string Keeper = "union-chatbot";

    private const string LastStep = "last-code";

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<StaffMember> manager, StaffMember user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key || Totp.Find(Totp.ReadKey(key), token, time.GetUtcNow()) is not { } step)
            return false;
        var last = await manager.GetAuthenticationTokenAsync(user, Keeper, LastStep);
        if (long.TryParse(last, CultureInfo.InvariantCulture, out var used) && step <= used)
            return false;
        // Of two that bring the same code at once, one meets a changed account and is refused.
        return (await manager.SetAuthenticationTokenAsync(user, Keeper, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }
}
