using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>What came of an advisor's wish.</summary>
public enum HandoffResult
{
    Done,

    /// <summary>Somebody else owns the conversation, or nobody does yet.</summary>
    NotYours,

    /// <summary>There is no such conversation.</summary>
    Unknown,
}

/// <summary>The only place that changes who owns a conversation, always inside the transaction that writes.</summary>
public sealed class Handoffs(GroupCommit store, Outbox outbox, Bells bells, LiveFeed feed, TimeProvider time)
{
    /// <summary>The advisor takes a conversation that no other advisor owns.</summary>
    public Task<HandoffResult> Take(string conversation, StaffMember staff, CancellationToken cancellationToken) =>
        WithFree(conversation, staff, (db, row, _) =>
        {
            if (row.Owner == staff.Id)
                return Task.CompletedTask;
            Change(row, HandoffEvent.AdvisorTakes, time.GetUtcNow());
            row.Owner = staff.Id;
            Note(db, row, $"{staff.DisplayName} đã nhận cuộc trò chuyện.");
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>The advisor takes a conversation over from the colleague they saw there; whoever came first meanwhile keeps it.</summary>
    public Task<HandoffResult> TakeOver(string conversation, string from, StaffMember staff, CancellationToken cancellationToken) =>
        With(conversation, row => row.Speaker == Speaker.Advisor && row.Owner == from, (db, row, _) =>
        {
            Change(row, HandoffEvent.AdvisorTakes, time.GetUtcNow());
            row.Owner = staff.Id;
            Note(db, row, $"{staff.DisplayName} đã nhận thay.");
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>The matter is done: the bot answers again, and says so with its next word. Also for a conversation nobody has taken yet, or that was answered in the Page's own inbox.</summary>
    public Task<HandoffResult> End(string conversation, StaffMember staff, CancellationToken cancellationToken) =>
        WithFree(conversation, staff, (db, row, _) =>
        {
            if (row.Speaker == Speaker.Bot)
                return Task.CompletedTask;
            var comesBack = row.Speaker == Speaker.Advisor;
            Change(row, HandoffEvent.AdvisorEnds, time.GetUtcNow());
            row.EndedAt = time.GetUtcNow();
            row.Memory = Memory.Write(Memory.Read(row) with { ComesBack = comesBack });
            Note(db, row, $"{staff.DisplayName} đã kết thúc, bot trả lời tiếp.");
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>The owner puts it back among those that wait, for a colleague.</summary>
    public Task<HandoffResult> Return(string conversation, StaffMember staff, CancellationToken cancellationToken) =>
        WithOwn(conversation, staff, (db, row, _) =>
        {
            Change(row, HandoffEvent.AdvisorReturns, time.GetUtcNow());
            Note(db, row, $"{staff.DisplayName} đã trả lại hàng chờ.");
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>The owner answers the worker.</summary>
    public Task<HandoffResult> Say(string conversation, StaffMember staff, string text, CancellationToken cancellationToken) =>
        WithOwn(conversation, staff, (db, row, token) =>
        {
            var words = new Activity { Text = text.Trim().Normalize(), TextFormat = "plain", Locale = "vi-VN" };
            return outbox.Put(db, row, new Words(words, Author.Advisor, time.GetUtcNow()) { AuthorName = staff.DisplayName }, token);
        }, cancellationToken);

    /// <summary>The owner wants a parked or refused reply to be sent once more.</summary>
    public Task<HandoffResult> SendAgain(string conversation, long outboxId, StaffMember staff, CancellationToken cancellationToken) =>
        WithOwn(conversation, staff, (db, row, token) => db.Outbox
            .Where(it => it.Id == outboxId && it.ConversationId == row.Id && (it.State == OutboxState.Parked || it.State == OutboxState.Refused))
            .ExecuteUpdateAsync(it => it
                .SetProperty(reply => reply.State, OutboxState.Waiting)
                .SetProperty(reply => reply.Tries, 0)
                .SetProperty(reply => reply.DueAt, time.GetUtcNow())
                .SetProperty(reply => reply.Why, (string?)null), token), cancellationToken);

    /// <summary>Moves the row along the table of <see cref="Speaking"/>; to be called inside a unit that holds it.</summary>
    internal static void Change(ConversationRow row, HandoffEvent what, DateTimeOffset now)
    {
        row.Speaker = Speaking.After(row.Speaker, what);
        row.WaitingSince = row.Speaker == Speaker.WaitingForAdvisor ? row.WaitingSince ?? now : null;
        if (row.Speaker != Speaker.Advisor)
            row.Owner = null;
        if (row.Speaker == Speaker.Bot)
            (row.Reason, row.Urgent) = (null, false);
    }

    /// <summary>A person is needed. A second reason does not push the first away unless it is urgent.</summary>
    internal static void Call(ConversationRow row, string reason, bool urgent, DateTimeOffset now)
    {
        if (row.Reason is null || (urgent && !row.Urgent))
            row.Reason = reason;
        row.Urgent |= urgent;
        Change(row, HandoffEvent.WorkerAsks, now);
    }

    private Task<HandoffResult> WithOwn(string conversation, StaffMember staff, Func<ChatDb, ConversationRow, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        With(conversation, row => row.Speaker == Speaker.Advisor && row.Owner == staff.Id, act, cancellationToken);

    private Task<HandoffResult> WithFree(string conversation, StaffMember staff, Func<ChatDb, ConversationRow, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        With(conversation, row => row.Owner is null || row.Owner == staff.Id, act, cancellationToken);

    private async Task<HandoffResult> With(
        string conversation, Predicate<ConversationRow> may, Func<ChatDb, ConversationRow, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var result = await store.Write(async (db, token) =>
        {
            if (await db.Lock(conversation, token) is not { } row)
                return HandoffResult.Unknown;
            if (!may(row))
                return HandoffResult.NotYours;
            await act(db, row, token);
            return HandoffResult.Done;
        }, cancellationToken);
        bells.Replies.Ring();
        feed.Tell(conversation);
        return result;
    }

    private void Note(ChatDb db, ConversationRow row, string line) => db.Said.Add(new SaidRow
    {
        ConversationId = row.Id,
        Author = Author.System,
        At = time.GetUtcNow(),
        Activity = ActivityJson.Write(new Activity { Text = line, Timestamp = time.GetUtcNow() }),
    });
}
