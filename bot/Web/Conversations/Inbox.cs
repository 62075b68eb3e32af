using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Conversations;

/// <summary>Keeps what came in, durably and once, before the platform hears "200".</summary>
public sealed class Inbox(GroupCommit store, Outbox outbox, Owners owners, OutsideDesk outside, FileKeeping files, Bells bells, LiveFeed feed, TimeProvider time, IOptions<ConversationsOptions> options)
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
        if (message.Kind == IncomingKind.OurEcho || message.MayBeOurs)
        {
            var reply = message.EchoOf ?? await db.ReplyOf(message, cancellationToken);
            if (reply is not null)
                await Arrived(db, message, reply.Value, cancellationToken);
            if (reply is not null || message.Kind == IncomingKind.OurEcho)
                return;
        }

        if (await Insert(db, message, cancellationToken))
            await Follow(db, message, cancellationToken);
    }

    // The proof that a reply is there, whatever we thought of it before.
    private Task Arrived(ChatDb db, Incoming echo, long reply, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Outbox
            .Where(row => row.Id == reply && row.ConversationId == echo.ConversationId && row.State != OutboxState.Sent)
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
        if (message.Kind is IncomingKind.Left or IncomingKind.Withdrew)
        {
            await LetGo(db, message, cancellationToken);
            return;
        }

        var now = time.GetUtcNow();
        var conversation = await db.LockOrOpen(message, now, cancellationToken);
        conversation.LastSaidAt = now;
        conversation.Reference = message.Reference ?? conversation.Reference;
        if (message.Kind != IncomingKind.FromWorker)
            await NeedsNoTurn(db, message, cancellationToken);
        if (message.Kind is IncomingKind.FromWorker or IncomingKind.Told)
            await Hear(db, conversation, message, cancellationToken);
        else
            await outside.Follow(db, conversation, message.Kind, cancellationToken);
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
        (conversation.LastHeardAt, conversation.MessagesLeft) = (time.GetUtcNow(), null);
        conversation.Name = message.Activity.From?.Name ?? conversation.Name;
        conversation.FoldedName = Folding.Of(conversation.Name);
        if (message.Activity.Type == ActivityTypes.Message)
            owners.Heard(db, conversation, message.Activity);
        conversation.DueAt = Burst.DueAt(await db.WaitingIn(conversation.Id, cancellationToken), pause);
    }

    // Whoever never wrote has no conversation to leave.
    private async Task LetGo(ChatDb db, Incoming message, CancellationToken cancellationToken)
    {
        await NeedsNoTurn(db, message, cancellationToken);
        if (await db.Lock(message.ConversationId, cancellationToken) is not { } conversation)
            return;
        conversation.LastHeardAt = null;
        if (message.Kind == IncomingKind.Withdrew)
            await Erasure.EraseAll(db, conversation, time.GetUtcNow(), cancellationToken);
        await outbox.LeaveOtherDesk(db, conversation, time.GetUtcNow(), cancellationToken);
        db.Said.Add(owners.Line(conversation, message.Kind == IncomingKind.Withdrew
            ? "Người lao động đã rút lại sự đồng ý trên nền tảng. Nội dung trò chuyện đã xóa; chỉ nhắn được khi họ viết lại."
            : "Người lao động đã bỏ theo dõi. Chỉ nhắn được khi họ viết lại."));
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task NeedsNoTurn(ChatDb db, Incoming message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Inbox
            .Where(row => row.Channel == message.Channel && row.Page == message.Page && row.ExternalId == message.ExternalId)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.DoneAt, now), cancellationToken);
    }

    private static SaidRow Line(Incoming message, DateTimeOffset now) => new()
    {
        ConversationId = message.ConversationId,
        Author = message.Kind is IncomingKind.FromWorker or IncomingKind.Told ? Author.Worker : Author.Page,
        At = now,
        Activity = ActivityJson.Write(message.Activity with { Timestamp = now }),
        Folded = Folding.Of(message.Activity),
    };
}
