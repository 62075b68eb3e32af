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
    public Task Keep(LawDocument document, IReadOnlyList<Provision> provisions, CancellationToken cancellationToken) =>
        store.Write(async (db, token) =>
        {
            var json = JsonSerializer.Serialize(provisions, Json);
            if (await db.Statutes.FindAsync([document.Number], token) is { } row)
                (row.Json, row.ImportedAt) = (json, clock.GetUtcNow());
            else
                db.Statutes.Add(new StatuteRow { Number = document.Number, Json = json, ImportedAt = clock.GetUtcNow() });
        }, cancellationToken);

    /// <summary>Every provision of every imported statute.</summary>
    public async Task<IReadOnlyList<Provision>> All(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var texts = await db.Statutes.AsNoTracking().OrderBy(it => it.Number).Select(it => it.Json).ToListAsync(cancellationToken);
        return [.. texts.SelectMany(it => JsonSerializer.Deserialize<List<Provision>>(it, Json) ?? [])];
    }
}
