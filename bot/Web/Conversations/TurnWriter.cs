using ChatBot.Talk;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Conversations;

/// <summary>Writes what a turn came to, all or nothing, and only while the claim holds and nobody else has taken the conversation.</summary>
public sealed class TurnWriter(
    GroupCommit store, Outbox outbox, Owners owners, KnowledgeBase knowledge, Bells bells, LiveFeed feed, TimeProvider time, IOptions<ConversationsOptions> options, ILogger<TurnWriter> log)
{
    /// <summary>A message whose turn failed so often is parked, and a person looks at it.</summary>
    private const int MostTries = 3;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>The turn of these messages, begun while <paramref name="speaker"/> spoke.</summary>
    public async Task Write(ConversationClaim claim, Speaker speaker, IReadOnlyList<InboxRow> messages, Turn turn, CancellationToken cancellationToken)
    {
        var written = await InClaim(claim, async (db, row, token) =>
        {
            if (!row.Ownership.LetsBotWrite(speaker))
                return false;
            row.Memory = Memory.Write(turn.After);
            await Follow(db, row, turn.Notes, token);
            await HandoverCard.Of(turn, messages, time.GetUtcNow()).Keep(db, row, token);
            await Say(db, row, turn, messages[^1], token);
            await MarkDone(db, messages, token);
            return true;
        }, cancellationToken);
        if (written)
            log.Answered(messages[^1].Id, claim.Conversation, turn.Replies.Count);
    }

    /// <summary>An advisor owns the conversation, or nothing waits: no turn is taken, the desk shows what was said.</summary>
    public Task LeaveToAdvisor(ConversationClaim claim, IReadOnlyList<InboxRow> messages, CancellationToken cancellationToken) =>
        InClaim(claim, async (db, row, token) =>
        {
            if (row.Speaker == Speaker.Advisor)
                await MarkDone(db, messages, token);
            return true;
        }, cancellationToken);

    /// <summary>The turn of these messages failed: it is tried again, and at the third time a person is called.</summary>
    public Task Failed(ConversationClaim claim, IReadOnlyList<InboxRow> messages, Exception trouble, CancellationToken cancellationToken)
    {
        var parks = messages[0].Tries + 1 >= MostTries;
        var now = time.GetUtcNow();
        return InClaim(claim, async (db, row, token) =>
        {
            await With(db, messages).ExecuteUpdateAsync(it => it
                .SetProperty(message => message.Tries, message => message.Tries + 1)
                .SetProperty(message => message.Failure, trouble.GetType().Name)
                .SetProperty(message => message.ParkedAt, parks ? now : null), token);
            if (parks)
                await Park(db, row, token);
            return true;
        }, cancellationToken, parks ? null : now + AfterFailure);
    }

    private async Task Park(ChatDb db, ConversationRow row, CancellationToken cancellationToken)
    {
        await owners.Call(db, row, "Bot gặp lỗi ba lần khi xử lý tin nhắn này, cần người trả lời.", urgent: false, cancellationToken);
        await outbox.Put(db, row, new Words(knowledge.Bot.Apologize(), Author.Bot, time.GetUtcNow()) { HandsOver = true }, cancellationToken);
    }

    // Checked again where it is written: a claim that ran out belongs to somebody else, who takes the same turn.
    private async Task<bool> InClaim(
        ConversationClaim claim, Func<ChatDb, ConversationRow, CancellationToken, Task<bool>> act, CancellationToken cancellationToken, DateTimeOffset? notBefore = null)
    {
        var isUrgent = false;
        var written = await store.Write(async (db, token) =>
        {
            if (await db.Lock(claim.Conversation, token) is not { } row || row.ClaimedUntil != claim.Until)
                return false;
            var done = await act(db, row, token);
            isUrgent = row.Urgent;
            row.ClaimedUntil = null;
            row.DueAt = Later(Burst.DueAt(await db.WaitingIn(row.Id, token), options.Value.BurstPause), notBefore);
            return done;
        }, cancellationToken);
        bells.Turns.Ring();
        bells.Replies.Ring();
        if (isUrgent)
            bells.Reminders.Ring();
        feed.Tell(claim.Conversation);
        return written;
    }

    private async Task Follow(ChatDb db, ConversationRow row, IReadOnlyList<Note> notes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var note in notes)
        {
            switch (note)
            {
                case Note.HandedOver handed:
                    await owners.Call(db, row, handed.Reason, handed.Urgent, cancellationToken);
                    break;
                case Note.Returned:
                    await owners.Change(db, row, new Move(HandoffEvent.WorkerReturns), cancellationToken);
                    break;
                case Note.Unanswered(var question):
                    db.Unanswered.Add(new UnansweredRow { ConversationId = row.Id, Question = question, At = now });
                    break;
                case Note.Surveyed answer:
                    await answer.Keep(db, row.Id, now, cancellationToken);
                    break;
                case Note.Feedback(var article, var helpful, var reason):
                    db.Feedback.Add(new FeedbackRow { ConversationId = row.Id, Article = article, Helpful = helpful, Reason = reason, At = now });
                    break;
            }
        }
    }

    private async Task Say(ChatDb db, ConversationRow row, Turn turn, InboxRow answered, CancellationToken cancellationToken)
    {
        OutboxRow? last = null;
        foreach (var reply in turn.Replies)
            last = await outbox.Put(db, row, new Words(reply with { ReplyToId = reply.ReplyToId ?? answered.ExternalId }, Author.Bot, time.GetUtcNow())
            {
                HandsOver = turn.Notes.Any(note => note is Note.HandedOver),
            }, cancellationToken);
        if (turn.Notes.Any(note => note is Note.DeletionAsked))
            row.EraseAfter = last?.Id;
    }

    private static IQueryable<InboxRow> With(ChatDb db, IReadOnlyList<InboxRow> messages)
    {
        var ids = messages.Select(message => message.Id).ToList();
        return db.Inbox.Where(message => ids.Contains(message.Id));
    }

    private Task MarkDone(ChatDb db, IReadOnlyList<InboxRow> messages, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return With(db, messages).ExecuteUpdateAsync(it => it.SetProperty(message => message.DoneAt, now), cancellationToken);
    }

    private static DateTimeOffset? Later(DateTimeOffset? due, DateTimeOffset? notBefore) => due < notBefore ? notBefore : due;
}

internal static partial class TurnWriterLog
{
    [LoggerMessage(LogLevel.Information, "Answered message {Message} of {Conversation} with {Replies} replies")]
    public static partial void Answered(this ILogger log, long message, string conversation, int replies);
}
