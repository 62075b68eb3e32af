using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Heads;

/// <summary>Which part of the trail is looked at.</summary>
/// <param name="Who">A staff account's id; null: everybody.</param>
/// <param name="Conversation">A conversation's id or the number of a case; null: all.</param>
/// <param name="Page">From 1.</param>
public sealed record AuditAsked(string? Who, string? Conversation, int Page);

/// <summary>A page of the trail, the newest first.</summary>
public sealed record AuditPageRead(IReadOnlyList<AuditRow> Rows, bool HasOlder)
{
    /// <summary>Number and opening of the cases of each conversation in it, the last first.</summary>
    public ILookup<string, (string Number, DateTimeOffset OpenedAt)> Cases { get; init; } = Array.Empty<(string, DateTimeOffset)>().ToLookup(_ => "");

    /// <summary>The case it was done in; null: the conversation had none yet.</summary>
    public string? CaseOf(AuditRow row) => Cases[row.ConversationId ?? ""].FirstOrDefault(it => it.OpenedAt <= row.At).Number;
}

/// <summary>Names by number.</summary>
public sealed record AuditThings(IReadOnlyDictionary<string, string> Units, IReadOnlyDictionary<string, string> Labels);

/// <summary>Reads the audit trail.</summary>
public sealed class AuditBook(IDbContextFactory<ChatDb> databases)
{
    public const int PageSize = 50;

    public async Task<AuditPageRead> Read(AuditAsked asked, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.Audit.AsNoTracking();
        if (asked.Who is { } who)
            rows = rows.Where(it => it.Who == who);
        if (asked.Conversation is { } conversation)
            rows = rows.Where(it => it.ConversationId == conversation || db.Cases.Any(one => one.Number == conversation && one.ConversationId == it.ConversationId));
        var found = await rows.OrderByDescending(it => it.Id).Skip((asked.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        var conversations = found.Select(it => it.ConversationId).Distinct().ToList();
        var cases = await db.Cases.AsNoTracking().Where(it => conversations.Contains(it.ConversationId)).OrderByDescending(it => it.Id)
            .Select(it => new { it.ConversationId, it.Number, it.OpenedAt }).ToListAsync(cancellationToken);
        return new AuditPageRead([.. found.Take(PageSize)], found.Count > PageSize) { Cases = cases.ToLookup(it => it.ConversationId, it => (it.Number, it.OpenedAt)) };
    }

    public async Task<AuditBreak?> Verify(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.VerifyAudit(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> Names(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Users.OrderBy(it => it.DisplayName).ToDictionaryAsync(it => it.Id, it => it.DisplayName, cancellationToken);
    }

    /// <summary>What else the trail names by number: teams and labels.</summary>
    public async Task<AuditThings> Things(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new AuditThings(
            await db.Units.ToDictionaryAsync(it => $"{it.Id}", it => it.Name, cancellationToken),
            await db.Labels.ToDictionaryAsync(it => $"{it.Id}", it => it.Name, cancellationToken));
    }
}
