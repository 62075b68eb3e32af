using System.Security.Cryptography;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>The house's own keys for Web Push, made at their first use and the same on every machine from then on.</summary>
internal sealed class PushKeys(IDbContextFactory<ChatDb> databases, GroupCommit store)
{
    private volatile PushKeyRow? known;

    public async Task<PushKeyRow> Read(CancellationToken cancellationToken) => known ??= await Find(cancellationToken) ?? await Make(cancellationToken);

    private async Task<PushKeyRow?> Find(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<PushKeyRow>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    // Of machines that start together the first one's stay.
    private Task<PushKeyRow> Make(CancellationToken cancellationToken)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = pair.ExportParameters(includePrivateParameters: true);
        var (open, secret) = (WebEncoders.Base64UrlEncode([4, .. keys.Q.X!, .. keys.Q.Y!]), WebEncoders.Base64UrlEncode(keys.D!));
        return store.Write(async (db, token) =>
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "PushKeys" ("Id", "PublicKey", "PrivateKey") VALUES (1, {open}, {secret}) ON CONFLICT DO NOTHING""", token);
            return await db.Set<PushKeyRow>().AsNoTracking().SingleAsync(token);
        }, cancellationToken);
    }
}
