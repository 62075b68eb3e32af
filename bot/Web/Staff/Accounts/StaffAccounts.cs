using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Staff.Accounts;

/// <summary>Identity's accounts by the clock of the house; recovery codes are kept as hashes only.</summary>
public sealed class StaffAccounts(
    IUserStore<StaffMember> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<StaffMember> passwords,
    IEnumerable<IUserValidator<StaffMember>> rules,
    IEnumerable<IPasswordValidator<StaffMember>> passwordRules,
    ILookupNormalizer names,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<StaffMember>> log,
    ChatDb db,
    TimeProvider time)
    : UserManager<StaffMember>(store, options, passwords, rules, passwordRules, names, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(StaffMember user) => Task.FromResult(user.LockoutEnabled && user.LockoutEnd > time.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(StaffMember user)
    {
        user.AccessFailedCount++;
        return user.AccessFailedCount < Options.Lockout.MaxFailedAccessAttempts ? await UpdateUserAsync(user) : await Lock(user);
    }

    public override async Task<IEnumerable<string>?> GenerateNewTwoFactorRecoveryCodesAsync(StaffMember user, int number)
    {
        var codes = Enumerable.Range(0, number).Select(_ => CreateTwoFactorRecoveryCode()).ToList();
        await ((IUserTwoFactorRecoveryCodeStore<StaffMember>)Store).ReplaceCodesAsync(user, codes.Select(Hash), CancellationToken);
        return (await UpdateUserAsync(user)).Succeeded ? codes : null;
    }

    public override Task<IdentityResult> RedeemTwoFactorRecoveryCodeAsync(StaffMember user, string code) =>
        base.RedeemTwoFactorRecoveryCodeAsync(user, Hash(code));

    /// <summary>The key of the authenticator app, made when there is none yet. Nobody is signed out: without <see cref="UserManager{T}.SetTwoFactorEnabledAsync"/> it opens nothing.</summary>
    public async Task<string> AuthenticatorKey(StaffMember user)
    {
        if (await GetAuthenticatorKeyAsync(user) is { Length: > 0 } known)
            return known;
        var key = GenerateNewAuthenticatorKey();
        await ((IUserAuthenticatorKeyStore<StaffMember>)Store).SetAuthenticatorKeyAsync(user, key, CancellationToken);
        await UpdateUserAsync(user);
        return key;
    }

    // Heads read of it in the trail: somebody may be guessing.
    private Task<IdentityResult> Lock(StaffMember user)
    {
        (user.AccessFailedCount, user.LockoutEnd) = (0, time.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan);
        return db.WithTrail(new AuditEntry(time.GetUtcNow(), null, "locked-out", null, user.Id), () => UpdateUserAsync(user));
    }

    private static string Hash(string code) => SecretCode.Hash(code.Trim().ToUpperInvariant());
}
