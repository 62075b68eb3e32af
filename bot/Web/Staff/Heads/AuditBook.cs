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
public sealed record AuditPageRead(IReadOnlyList<AuditRow> Rows, bool HasOlder);

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
        return new AuditPageRead([.. found.Take(PageSize)], found.Count > PageSize);
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
}
