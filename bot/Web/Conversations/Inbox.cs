using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Conversations;

/// <summary>Keeps what came in, durably and once, before the platform hears "200".</summary>
public sealed class Inbox(GroupCommit store, Owners owners, OutsideDesk outside, FileKeeping files, Bells bells, LiveFeed feed, TimeProvider time, IOptions<ConversationsOptions> options)
{
    private readonly TimeSpan pause = options.Value.BurstPause;

    /// <summary>Returns after the durable commit; what is there already is left as it is.</summary>
    /// <exception cref="StoreUnavailable">Nothing was kept: the platform must come again (503).</exception>
    public async Task Keep(IReadOnlyList<Incoming> incoming, CancellationToken cancellationToken)
    {
        if (incoming.Count == 0)
            return;
        await store.Write(async (db, token) =>
        {
            foreach (var message in incoming)
                await KeepOne(db, message, token);
        }, cancellationToken);
        bells.Turns.Ring();
        bells.Replies.Ring();
        bells.Files.Ring();
        foreach (var conversation in incoming.Select(it => it.ConversationId).Distinct())
            feed.Tell(conversation);
    }

    private async Task KeepOne(ChatDb db, Incoming message, CancellationToken cancellationToken)
    {
        if (message.Kind == IncomingKind.OurEcho)
            await Arrived(db, message, cancellationToken);
        else if (await Insert(db, message, cancellationToken))
            await Follow(db, message, cancellationToken);
    }

    // The proof that a reply is there, whatever we thought of it before.
    private Task Arrived(ChatDb db, Incoming echo, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Outbox
            .Where(row => row.Id == echo.EchoOf && row.ConversationId == echo.ConversationId && row.State != OutboxState.Sent)
            .ExecuteUpdateAsync(row => row
                .SetProperty(it => it.State, OutboxState.Sent)
                .SetProperty(it => it.SentAt, now)
                .SetProperty(it => it.ExternalId, echo.ExternalId)
                .SetProperty(it => it.Why, (string?)null), cancellationToken);
    }

    private async Task<bool> Insert(ChatDb db, Incoming message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var saidAt = (message.Activity.LocalTimestamp ?? now).ToUnixTimeMilliseconds();
        var isPiece = message.Kind == IncomingKind.FromWorker && Burst.IsPiece(message.Activity);
        var activity = ActivityJson.Write(message.Activity with { Timestamp = now });
        return await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Inbox" ("Channel", "Page", "ExternalId", "ConversationId", "Activity", "SaidAt", "ReceivedAt", "IsPiece", "Tries")
            VALUES ({message.Channel}, {message.Page}, {message.ExternalId}, {message.ConversationId}, {activity}, {saidAt}, {now.ToUnixTimeMilliseconds()}, {isPiece}, 0)
            ON CONFLICT ("Channel", "Page", "ExternalId") DO NOTHING
            """, cancellationToken) == 1;
    }

    private async Task Follow(ChatDb db, Incoming message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var conversation = await db.LockOrOpen(message, now, cancellationToken);
        conversation.LastSaidAt = now;
        conversation.Reference = message.Reference ?? conversation.Reference;
        if (message.Kind == IncomingKind.FromWorker)
            await Hear(db, conversation, message, cancellationToken);
        else
            await LeaveOutside(db, conversation, message, cancellationToken);
        var line = Line(message, now);
        if (message.Activity.Type == ActivityTypes.Message)
            db.Said.Add(line);
        // Saved before the next message of the same webhook looks at the conversation.
        await db.SaveChangesAsync(cancellationToken);
        await files.Take(db, conversation, line.Id, message.Files, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task Hear(ChatDb db, ConversationRow conversation, Incoming message, CancellationToken cancellationToken)
    {
        conversation.LastHeardAt = time.GetUtcNow();
        conversation.Name = message.Activity.From?.Name ?? conversation.Name;
        conversation.FoldedName = Folding.Of(conversation.Name);
        if (message.Activity.Type == ActivityTypes.Message)
            owners.Heard(conversation);
        conversation.DueAt = Burst.DueAt(await db.WaitingIn(conversation.Id, cancellationToken), pause);
    }

    private async Task LeaveOutside(ChatDb db, ConversationRow conversation, Incoming message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await outside.Follow(db, conversation, message, cancellationToken);
        await db.Inbox
            .Where(row => row.Channel == message.Channel && row.Page == message.Page && row.ExternalId == message.ExternalId)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.DoneAt, now), cancellationToken);
    }

    private static SaidRow Line(Incoming message, DateTimeOffset now) => new()
    {
        ConversationId = message.ConversationId,
        Author = message.Kind == IncomingKind.FromWorker ? Author.Worker : Author.Page,
        At = now,
        Activity = ActivityJson.Write(message.Activity with { Timestamp = now }),
        Folded = Folding.Of(message.Activity),
    };
}
