using System.Text.Json;
using ChatBot.Knowledge.Law;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>The statute texts somebody has imported.</summary>
public sealed class StatuteStore(GroupCommit store, IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    /// <summary>Keeps a statute, in place of what was there under its number.</summary>
    /// <exception cref="StoreUnavailable">It was not kept.</exception>
    public Task Keep(Statute statute, CancellationToken cancellationToken) =>
        store.Write(async (db, token) =>
        {
            var json = JsonSerializer.Serialize(statute, Json);
            if (await db.Statutes.FindAsync([statute.Document.Number], token) is { } row)
                (row.Json, row.ImportedAt) = (json, clock.GetUtcNow());
            else
                db.Statutes.Add(new StatuteRow { Number = statute.Document.Number, Json = json, ImportedAt = clock.GetUtcNow() });
        }, cancellationToken);

    /// <summary>What was imported under this number; null when nothing was.</summary>
    public async Task<Statute?> Find(string number, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Statutes.AsNoTracking().FirstOrDefaultAsync(it => it.Number == number, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <summary>Every imported statute.</summary>
    public async Task<IReadOnlyList<Statute>> All(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Statutes.AsNoTracking().OrderBy(it => it.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(Read).OfType<Statute>()];
    }

    // Before there were appendices, only the list of provisions was kept.
    private static Statute? Read(StatuteRow row)
    {
        if (!row.Json.StartsWith('['))
            return JsonSerializer.Deserialize<Statute>(row.Json, Json);
        return JsonSerializer.Deserialize<List<Provision>>(row.Json, Json) is [{ } first, ..] provisions
            ? new Statute(new LawDocument(row.Number, first.LawName, first.LawName, first.InForceFrom) { InForceUntil = first.InForceUntil }, provisions)
            : null;
    }
}
