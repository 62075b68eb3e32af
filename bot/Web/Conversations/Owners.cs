using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>A step in who has a conversation.</summary>
public sealed record Move(HandoffEvent What)
{
    /// <summary>The advisor who gets it.</summary>
    public string? To { get; init; }

    /// <summary>What the case came to, when this ends it.</summary>
    public CaseResult Result { get; init; } = CaseResult.LeftToBot;
}

/// <summary>The only place that changes who has a conversation; its case and its timers go with it. To be called inside a unit that holds the conversation (<see cref="ChatDb.Lock"/>).</summary>
public sealed class Owners(CaseBook cases, Promises promises, Outbox outbox, TimeProvider time)
{
    /// <summary>Moves the row along the table of <see cref="Speaking"/>. Who leaves the bot has an open case, who comes back to it has none.</summary>
    public async Task Change(ChatDb db, ConversationRow row, Move move, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = row.Ownership;
        var after = before.After(move.What, move.To);
        Time(row, after, now);
        (row.Speaker, row.Owner) = (after.Speaker, after.Owner);
        if (after != before && row.Case is { } known)
            await CaseReminders.Moved(db, known, move.What == HandoffEvent.AdvisorTakes ? after.Owner : null, now, cancellationToken);
        if (after.Speaker == Speaker.Bot || after.Owner is not null)
            await outbox.LeaveOtherDesk(db, row, now, cancellationToken);
        if (after.Speaker == Speaker.Bot)
        {
            (row.Reason, row.Urgent, row.Unit) = (null, false, null);
            await cases.End(db, row, move.Result, now, cancellationToken);
            return;
        }

        if (before.Speaker == Speaker.Bot && after.Speaker == Speaker.WaitingForAdvisor)
            await outbox.CallOutside(db, row, now, cancellationToken);
        var open = await cases.OpenOrFind(db, row, now, cancellationToken);
        (open.Owner, open.Unit) = (after.Owner ?? open.Owner, row.Unit);
    }

    /// <summary>A person is needed. A second reason does not push the first away unless it is urgent.</summary>
    public async Task Call(ChatDb db, ConversationRow row, string reason, bool urgent, CancellationToken cancellationToken)
    {
        if (row.Reason is null || (urgent && !row.Urgent))
            row.Reason = reason;
        row.Urgent |= urgent;
        await Change(db, row, new Move(HandoffEvent.WorkerAsks), cancellationToken);
        if (row.Urgent)
            cases.Hurry(await cases.OpenOrFind(db, row, time.GetUtcNow(), cancellationToken), time.GetUtcNow());
    }

    /// <summary>The worker wrote: whoever has the conversation owes an answer from now on, and another desk hears it.</summary>
    public void Heard(ChatDb db, ConversationRow row, Activity said)
    {
        if (row.Speaker == Speaker.Advisor)
            Owe(row, row.OwedSince ?? time.GetUtcNow());
        outbox.TellOtherDesk(db, row, new Activity { Text = Spoken.Of(said), TextFormat = "plain", Locale = said.Locale }, time.GetUtcNow());
    }

    /// <summary>A person answered, at our desk or in the Page's inbox.</summary>
    public async Task Answered(ChatDb db, ConversationRow row, CancellationToken cancellationToken)
    {
        (row.OwedSince, row.OfferAt) = (null, null);
        await cases.Answered(db, row, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>A line of the transcript that never leaves: our own, or an advisor's note.</summary>
    /// <param name="noteBy">Whose note it is; null: a line of our own.</param>
    public SaidRow Line(ConversationRow row, string text, string? noteBy = null) => new()
    {
        ConversationId = row.Id,
        Author = noteBy is null ? Author.System : Author.Note,
        AuthorName = noteBy,
        At = time.GetUtcNow(),
        Activity = ActivityJson.Write(new Activity { Text = text, Timestamp = time.GetUtcNow() }),
        Folded = Folding.Of(text),
    };

    // Whoever comes has as long as anybody; whoever goes leaves behind since when the worker waits, so that the oldest stays first.
    private void Time(ConversationRow row, Ownership after, DateTimeOffset now)
    {
        var since = row.WaitingSince ?? row.OwedSince;
        row.WaitingSince = after.Speaker == Speaker.WaitingForAdvisor ? since ?? now : null;
        if (after.Speaker != Speaker.Advisor)
            (row.OwedSince, row.OfferAt) = (null, null);
        else if (row.Speaker != Speaker.Advisor)
            Owe(row, since ?? now, now);
        else if (row.OwedSince is { } owed && after.Owner != row.Owner)
            Owe(row, owed, now);
    }

    private void Owe(ConversationRow row, DateTimeOffset since, DateTimeOffset? from = null)
    {
        row.OwedSince = since;
        row.OfferAt = from is null ? row.OfferAt ?? promises.OfferAgain(since) : promises.OfferAgain(from.Value);
    }
}
