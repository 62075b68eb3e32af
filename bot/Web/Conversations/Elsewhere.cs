using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Where else the worker of a conversation writes, as advisors noted it; and where they might. Nobody sees by it what the desk would not show them.</summary>
public sealed class Elsewhere(IDbContextFactory<ChatDb> databases)
{
    public const int MostFound = 5;

    /// <summary>The conversations linked with it that this person may open, the last one first.</summary>
    public async Task<IReadOnlyList<ConversationRow>> Of(string conversation, DeskSight sight, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.LinkedWith(conversation, sight, cancellationToken);
    }

    /// <summary>Conversations it could be linked with, sought as at the desk; those whose name fits first, then the last one.</summary>
    public async Task<IReadOnlyList<ConversationRow>> Seek(string conversation, DeskSearch search, DeskSight sight, CancellationToken cancellationToken)
    {
        if (!search.HasWords)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var linked = db.Linked(conversation);
        var name = Folding.Of(search.Words)!.Trim();
        var rows = search.Narrow(sight.Of(db.Conversations.AsNoTracking(), db), db)
            .Where(row => row.Id != conversation && !linked.Any(it => it.Id == row.Id))
            .OrderByDescending(row => row.FoldedName != null && row.FoldedName.Contains(name)).ThenByDescending(row => row.LastSaidAt);
        return await rows.AsAsyncEnumerable().Where(row => !sight.IsBlind(row)).Take(MostFound).ToListAsync(cancellationToken);
    }
}

internal static class LinkedRows
{
    /// <summary>The other conversations of the same worker, as advisors noted it.</summary>
    public static IQueryable<ConversationRow> Linked(this ChatDb db, string conversation) =>
        from here in db.Conversations
        where here.Id == conversation && here.SamePerson != null
        from there in db.Conversations
        where there.SamePerson == here.SamePerson && there.Id != conversation
        select there;

    /// <summary>Those of them that this person may open, the last one first.</summary>
    public static async Task<List<ConversationRow>> LinkedWith(this ChatDb db, string conversation, DeskSight sight, CancellationToken cancellationToken)
    {
        var rows = await sight.Of(db.Linked(conversation).AsNoTracking(), db).OrderByDescending(it => it.LastSaidAt).ToListAsync(cancellationToken);
        return rows.FindAll(it => !sight.IsBlind(it));
    }
}
