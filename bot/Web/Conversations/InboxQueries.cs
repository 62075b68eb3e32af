using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>What more than one part of the walk asks of the inbox and of a conversation.</summary>
internal static class InboxQueries
{
    /// <summary>The messages that wait for their turn, in the order they were said.</summary>
    public static async Task<IReadOnlyList<InboxRow>> WaitingIn(this ChatDb db, string conversation, CancellationToken cancellationToken) =>
        await db.Inbox.AsNoTracking()
            .Where(row => row.ConversationId == conversation && row.DoneAt == null && row.ParkedAt == null)
            .OrderBy(row => row.SaidAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Where its worker is reached.</summary>
    public static Address Address(this ConversationRow conversation) => new(conversation.Page, conversation.Person) { Reference = conversation.Reference };

    /// <summary>Which reply this echo is of, where the platform carries no key of ours: known by the platform's id, or by its words while it is being sent.</summary>
    public static async Task<long?> ReplyOf(this ChatDb db, Incoming echo, CancellationToken cancellationToken)
    {
        if (await db.Outbox.Where(row => row.ExternalId == echo.ExternalId && row.ConversationId == echo.ConversationId).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken) is { } known)
            return known;
        var under = await db.Outbox.AsNoTracking().Where(row => row.ConversationId == echo.ConversationId && row.Channel == echo.Channel && row.State == OutboxState.Sending)
            .OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return under is not null && SaysTheSame(ActivityJson.Read(under.Activity), echo.Activity) ? under.Id : null;
    }

    // The channel may have written its buttons under our words.
    private static bool SaysTheSame(Activity ours, Activity echo) => Text.Normalize(ours.Text ?? "") is { Length: > 0 } words
        ? echo.Text?.StartsWith(words, StringComparison.Ordinal) == true
        : echo is { Text: null or "", Attachments.Count: > 0 };

    /// <summary>The conversation of this message for this transaction alone; opened when it is the first.</summary>
    public static async Task<ConversationRow> LockOrOpen(this ChatDb db, Incoming message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Lock(message.ConversationId, cancellationToken) is { } known)
            return known;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Conversations" ("Id", "Channel", "Page", "Person", "Speaker", "Urgent", "AtOtherDesk", "LastSaidAt")
            VALUES ({message.ConversationId}, {message.Channel}, {message.Page}, {message.Person}, 0, {false}, {false}, {now.ToUnixTimeMilliseconds()})
            ON CONFLICT ("Id") DO NOTHING
            """, cancellationToken);
        return (await db.Lock(message.ConversationId, cancellationToken))!;
    }
}
