using ChatBot.Web.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>What a browser gives away so that notices reach it.</summary>
internal sealed record Subscription(string Endpoint, string Key, string Secret)
{
    /// <summary>Whether it looks like one of a push service out in the world: we shall send there.</summary>
    public bool IsSound =>
        Endpoint.Length <= 1000 && Uri.TryCreate(Endpoint, UriKind.Absolute, out var address)
        && address is { Scheme: "https", IsDefaultPort: true, HostNameType: UriHostNameType.Dns, IsLoopback: false } && address.Host.Contains('.', StringComparison.Ordinal)
        && Length(Key) == 65 && Length(Secret) == 16;

    private static int Length(string base64)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(base64).Length;
        }
        catch (FormatException)
        {
            return 0;
        }
    }
}

/// <summary>Which browsers take notices, and whose.</summary>
internal sealed class PushBook(GroupCommit store, TimeProvider time)
{
    public const string OnPath = "/staff/thong-bao/bat";

    public const string OffPath = "/staff/thong-bao/tat";

    /// <returns>Whether the subscription was sound.</returns>
    public async Task<bool> Add(Subscription browser, string staff, CancellationToken cancellationToken)
    {
        if (!browser.IsSound)
            return false;
        var now = time.GetUtcNow();
        await store.Write(async (db, token) =>
        {
            // A browser is one person's: whoever switched it on last.
            var changed = await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Pushes" ("Staff", "Endpoint", "Key", "Secret", "At") VALUES ({staff}, {browser.Endpoint}, {browser.Key}, {browser.Secret}, {now.ToUnixTimeMilliseconds()})
                ON CONFLICT ("Endpoint") DO UPDATE SET "Staff" = excluded."Staff", "Key" = excluded."Key", "Secret" = excluded."Secret"
                WHERE "Pushes"."Staff" <> excluded."Staff" OR "Pushes"."Key" <> excluded."Key" OR "Pushes"."Secret" <> excluded."Secret"
                """, token);
            if (changed > 0)
                await db.Append(new AuditEntry(now, staff, "push-on", null, null), token);
        }, cancellationToken);
        return true;
    }

    public Task Remove(string endpoint, string staff, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var gone = await db.Pushes.Where(it => it.Endpoint == endpoint && it.Staff == staff).ExecuteDeleteAsync(token);
        if (gone > 0)
            await db.Append(new AuditEntry(time.GetUtcNow(), staff, "push-off", null, null), token);
    }, cancellationToken);
}
