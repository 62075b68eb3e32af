using System.Security.Cryptography;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>
/// The tokens of the accounts. A refresh token is good for one use and gives the next: so one machine at a time renews, a new pair is durable
/// before anybody uses it, and the old one is given up only by the commit that keeps the new.
/// </summary>
public sealed class ZaloTokens(
    ZaloOauth oauth, GroupCommit store, IDbContextFactory<ChatDb> databases, IDataProtectionProvider protection, TimeProvider time, ILogger<ZaloTokens> log)
{
    /// <summary>Longer than renewing can take: two calls, and the commit.</summary>
    public static readonly TimeSpan ClaimHolds = (2 * ZaloOauth.MayTake) + TimeSpan.FromSeconds(60);

    /// <summary>A pair is renewed when so much of its life is over: what is left is for people to connect again, should Zalo refuse.</summary>
    private const double RenewedAfter = 0.8;

    private const int MostStoring = 45;

    private static readonly TimeSpan StoreRests = TimeSpan.FromSeconds(1);

    private readonly IDataProtector locks = protection.CreateProtector("zalo tokens");

    /// <inheritdoc cref="ZaloDoor"/>
    public async Task<ZaloAccess> Open(string account, string? dead, CancellationToken cancellationToken)
    {
        if (await Find(account, cancellationToken) is not { AccessToken: not null } row)
            return new ZaloAccess.Lost($"Tài khoản Zalo {account} chưa kết nối. Trưởng ban kết nối ở trang Kết nối.");
        return Usable(row, dead) is { } token ? new ZaloAccess.Open(token) : await Renew(row, dead);
    }

    /// <summary>As <see cref="Open"/>, but a pair that is due is renewed although it still opens.</summary>
    public async Task<ZaloAccess> OpenFresh(string account, CancellationToken cancellationToken)
    {
        if (await Find(account, cancellationToken) is { AccessToken: not null } row && row.RenewAt <= time.GetUtcNow())
            return await Renew(row, dead: null);
        return await Open(account, null, cancellationToken);
    }

    /// <summary>Keeps the first pair of an account, or the first after people said yes again.</summary>
    public Task Keep(string account, ZaloGrant.Pair pair, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return store.Write(async (db, token) =>
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Connections" ("Channel", "Page", "Generation", "DueAt") VALUES ('zalo', {account}, 0, {now})
                ON CONFLICT ("Channel", "Page") DO NOTHING
                """, token);
            await Replace(Of(db, account), pair, token);
        }, cancellationToken);
    }

    private async Task<ZaloAccess> Renew(ConnectionRow seen, string? dead)
    {
        if (!await Claim(seen))
            return await Find(seen.Page, CancellationToken.None) is { } other && Usable(other, dead) is { } token ? new ZaloAccess.Open(token) : new ZaloAccess.Later("Đang đổi mã truy cập Zalo.");
        // From here on nothing is broken off: the token is spent once Zalo has read it.
        var grant = await Ask(seen.RefreshToken);
        if (grant is ZaloGrant.Refused && await Ask(seen.SpentToken) is ZaloGrant.Pair late)
            grant = late;
        log.Renewed(seen.Page, seen.Generation, grant.GetType().Name);
        if (grant is ZaloGrant.Pair pair)
            return await Store(seen, pair) ? new ZaloAccess.Open(pair.Access) : new ZaloAccess.Later("Một máy khác vừa đổi mã truy cập Zalo.");
        return await GiveBack(seen, grant as ZaloGrant.Refused, dead);
    }

    private async Task<bool> Claim(ConnectionRow seen)
    {
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow() + ClaimHolds);
        return await store.Write((db, token) => Of(db, seen.Page)
            .Where(row => row.Generation == seen.Generation && (row.RenewingUntil == null || row.RenewingUntil < now))
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.RenewingUntil, until), token), CancellationToken.None) == 1;
    }

    private async Task<ZaloGrant> Ask(string? locked) =>
        Unlock(locked) is { } token ? await oauth.Refresh(token, CancellationToken.None) : new ZaloGrant.Refused(0);

    // The pair is nowhere else: a database that rests for a moment must not lose it.
    private async Task<bool> Store(ConnectionRow seen, ZaloGrant.Pair pair)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.Write((db, token) => Replace(Of(db, seen.Page).Where(row => row.Generation == seen.Generation), pair, token), CancellationToken.None) == 1;
            }
            catch (StoreUnavailable trouble) when (attempt < MostStoring)
            {
                log.NotStored(seen.Page, trouble.Message);
                await Task.Delay(StoreRests, time, CancellationToken.None);
            }
        }
    }

    private Task<int> Replace(IQueryable<ConnectionRow> rows, ZaloGrant.Pair pair, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (access, refresh) = (locks.Protect(pair.Access), locks.Protect(pair.Refresh));
        var (ends, renews) = (now + pair.Lives, now + (pair.Lives * RenewedAfter));
        return rows.ExecuteUpdateAsync(row => row
            .SetProperty(it => it.AccessToken, access)
            .SetProperty(it => it.SpentToken, it => it.RefreshToken)
            .SetProperty(it => it.RefreshToken, refresh)
            .SetProperty(it => it.Generation, it => it.Generation + 1)
            .SetProperty(it => it.ExpiresAt, ends)
            .SetProperty(it => it.RenewAt, renews)
            .SetProperty(it => it.RenewingUntil, (DateTimeOffset?)null)
            .SetProperty(it => it.Trouble, (string?)null), cancellationToken);
    }

    // Nothing is thrown away: it is tried again, and by people meanwhile.
    private async Task<ZaloAccess> GiveBack(ConnectionRow seen, ZaloGrant.Refused? refused, string? dead)
    {
        var why = refused is null ? seen.Trouble : $"Zalo không cho đổi mã truy cập (mã {refused.Code}). Bấm “Kết nối lại Zalo” để cho phép lần nữa.";
        await store.Write((db, token) => Of(db, seen.Page).Where(row => row.Generation == seen.Generation)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.RenewingUntil, (DateTimeOffset?)null).SetProperty(it => it.Trouble, why), token), CancellationToken.None);
        if (Usable(seen, dead) is { } token)
            return new ZaloAccess.Open(token);
        return refused is null ? new ZaloAccess.Later("Zalo chưa trả lời khi đổi mã truy cập.") : new ZaloAccess.Lost(why!);
    }

    private string? Usable(ConnectionRow row, string? dead) =>
        row.ExpiresAt > time.GetUtcNow() && Unlock(row.AccessToken) is { } token && token != dead ? token : null;

    // Written with a key that is gone, as after restoring half a copy: as good as none.
    private string? Unlock(string? locked)
    {
        try
        {
            return locked is null ? null : locks.Unprotect(locked);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<ConnectionRow?> Find(string account, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Of(db, account).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<ConnectionRow> Of(ChatDb db, string account) => db.Connections.Where(row => row.Channel == "zalo" && row.Page == account);
}

internal static partial class ZaloTokensLog
{
    [LoggerMessage(LogLevel.Information, "Renewing pair {Generation} of Zalo account {Account}: {Outcome}")]
    public static partial void Renewed(this ILogger log, string account, long generation, string outcome);

    [LoggerMessage(LogLevel.Error, "The new tokens of Zalo account {Account} could not be kept and are tried again: {Why}")]
    public static partial void NotStored(this ILogger log, string account, string why);
}
