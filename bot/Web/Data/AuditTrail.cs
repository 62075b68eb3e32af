using System.Security.Cryptography;
using System.Text.Json;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data;

/// <summary>A deed of the staff.</summary>
/// <param name="Who">The staff account's id; null: the program itself.</param>
/// <param name="What">One word: `opened`, `took`.</param>
/// <param name="Detail">Never a worker's words.</param>
public sealed record AuditEntry(DateTimeOffset At, string? Who, string What, string? ConversationId, string? Detail);

/// <summary>Where the chain of seals does not hold.</summary>
/// <param name="Row">The first row that was changed, put in, or whose predecessor is gone; null: rows are missing at the end.</param>
public sealed record AuditBreak(long? Row);

/// <summary>Who did what: rows that are only ever appended, each sealed over itself and the one before.</summary>
public static class AuditTrail
{
    /// <summary>To be called inside the unit that does what it tells: both are kept or neither.</summary>
    public static async Task Append(this ChatDb db, AuditEntry entry, CancellationToken cancellationToken)
    {
        // Changing the end to itself holds it until the commit: on several machines the chain still has one end.
        var before = await db.Database.SqlQuery<string>($"""UPDATE "AuditEnd" SET "Seal" = "Seal" RETURNING "Seal" AS "Value" """).ToListAsync(cancellationToken);
        var kept = entry with { At = DateTimeOffset.FromUnixTimeMilliseconds(entry.At.ToUnixTimeMilliseconds()) };
        var seal = Seal(before.Single(), kept);
        db.Audit.Add(new AuditRow { At = kept.At, Who = kept.Who, What = kept.What, ConversationId = kept.ConversationId, Detail = kept.Detail, Seal = seal });
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""UPDATE "AuditEnd" SET "Seal" = {seal}""", cancellationToken);
    }

    /// <summary>Looks the whole chain over; null when it holds.</summary>
    public static async Task<AuditBreak?> VerifyAudit(this ChatDb db, CancellationToken cancellationToken)
    {
        // Read first: whatever is appended meanwhile comes after it, and is looked over as well.
        var end = await db.Set<AuditEndRow>().AsNoTracking().Select(it => it.Seal).SingleAsync(cancellationToken);
        var (seal, isWhole) = ("", end.Length == 0);
        await foreach (var row in db.Audit.AsNoTracking().OrderBy(it => it.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            seal = Seal(seal, new AuditEntry(row.At, row.Who, row.What, row.ConversationId, row.Detail));
            if (seal != row.Seal)
                return new AuditBreak(row.Id);
            isWhole |= seal == end;
        }

        return isWhole ? null : new AuditBreak(null);
    }

    // As a JSON array, so that no two different rows are written alike.
    private static string Seal(string before, AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new object?[] { before, entry.At.ToUnixTimeMilliseconds(), entry.Who, entry.What, entry.ConversationId, entry.Detail })));
}
