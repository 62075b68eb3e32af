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

    /// <summary>The conversation of this message for this transaction alone; opened when it is the first.</summary>
    public static async Task<ConversationRow> LockOrOpen(this ChatDb db, Incoming message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Lock(message.ConversationId, cancellationToken) is { } known)
            return known;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Conversations" ("Id", "Channel", "Page", "Person", "Speaker", "Urgent", "LastSaidAt")
            VALUES ({message.ConversationId}, {message.Channel}, {message.Page}, {message.Person}, 0, {false}, {now.ToUnixTimeMilliseconds()})
            ON CONFLICT ("Id") DO NOTHING
            """, cancellationToken);
        return (await db.Lock(message.ConversationId, cancellationToken))!;
    }
}
