using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations.Cases;
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

    /// <summary>The advisor, or whom it was passed to, is employed where the worker is.</summary>
    Conflict,

    /// <summary>It is another team's, and the advisor did not ask for the conversations of every team.</summary>
    OtherUnit,

    /// <summary>Whom it was passed to is not there: no such colleague or team, or not any more.</summary>
    NobodyThere,

    /// <summary>Somebody answered whom the advisor had not seen yet: read first, then send.</summary>
    Overtaken,

    /// <summary>A file cannot go: sent already, or outside what the channel lets go now.</summary>
    FilesRefused,

    /// <summary>It is so already.</summary>
    Already,
}

/// <summary>What advisors do with a conversation: each deed one unit, with its line in the audit trail.</summary>
public sealed class Handoffs(GroupCommit store, Outbox outbox, OutgoingFiles sending, Owners owners, Bells bells, LiveFeed feed, TimeProvider time)
{
    // A page is drawn twice when it opens, and reloaded at will: that is one opening.
    private static readonly TimeSpan OneOpening = TimeSpan.FromMinutes(5);

    /// <summary>The advisor opens a conversation to read it; to be asked before anything of it is shown.</summary>
    public Task<HandoffResult> Open(string conversation, DeskSight sight, CancellationToken cancellationToken) =>
        store.Write(async (db, token) =>
        {
            var wanted = db.Conversations.AsNoTracking().Where(it => it.Id == conversation);
            if (await wanted.SingleOrDefaultAsync(token) is not { } row)
                return HandoffResult.Unknown;
            if (sight.IsBlind(row))
                return HandoffResult.Conflict;
            var isOwn = await (sight with { AllUnits = false }).Of(wanted, db).AnyAsync(token);
            if (!isOwn && !sight.AllUnits)
                return HandoffResult.OtherUnit;
            await NoteOpening(db, new(conversation, sight.Staff, isOwn ? "opened" : "opened-other-unit"), token);
            return HandoffResult.Done;
        }, cancellationToken);

    /// <summary>The advisor takes a conversation that no other advisor owns, whoever answers in it now. One that had ended is opened again.</summary>
    public Task<HandoffResult> Take(string conversation, StaffMember staff, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "took"), Free(staff), async (db, row, token) =>
        {
            if (row.Owner != staff.Id)
                await Move(db, row, new Move(HandoffEvent.AdvisorTakes) { To = staff.Id }, $"{staff.DisplayName} đã nhận cuộc trò chuyện.", token);
            return HandoffResult.Done;
        }, cancellationToken);

    /// <summary>The advisor takes a conversation over from the colleague they saw there; whoever came first meanwhile keeps it.</summary>
    public Task<HandoffResult> TakeOver(string conversation, string from, StaffMember staff, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "took-over") { Detail = from }, row => row.Ownership.IsOf(from), async (db, row, token) =>
        {
            await Move(db, row, new Move(HandoffEvent.AdvisorTakes) { To = staff.Id }, $"{staff.DisplayName} đã nhận thay.", token);
            return HandoffResult.Done;
        }, cancellationToken);

    /// <summary>A colleague gets it, from its owner or from among those nobody owns.</summary>
    public Task<HandoffResult> Pass(string conversation, string colleague, StaffMember staff, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "passed") { Detail = colleague }, Free(staff), async (db, row, token) =>
        {
            if (await db.Users.AsNoTracking().SingleOrDefaultAsync(it => it.Id == colleague, token) is not { IsDisabled: false } other)
                return HandoffResult.NobodyThere;
            if (Conflict.Between(other, row))
                return HandoffResult.Conflict;
            await Move(db, row, new Move(HandoffEvent.AdvisorPasses) { To = other.Id }, $"{staff.DisplayName} đã chuyển cho {other.DisplayName}.", token);
            return HandoffResult.Done;
        }, cancellationToken);

    /// <summary>A team gets it: it waits among those of the team. Not for a conversation the bot answers: whoever wants that takes it first.</summary>
    public Task<HandoffResult> PassToUnit(string conversation, long unit, StaffMember staff, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "passed-to-unit") { Detail = $"{unit}" }, row => row.Speaker != Speaker.Bot && Free(staff)(row), async (db, row, token) =>
        {
            var today = OfficeHours.DayOf(time.GetUtcNow());
            var name = await db.Units.Where(it => it.Id == unit && it.From <= today && (it.Until == null || it.Until >= today)).Select(it => it.Name).SingleOrDefaultAsync(token);
            if (name is null)
                return HandoffResult.NobodyThere;
            row.Unit = unit;
            await Move(db, row, new Move(HandoffEvent.AdvisorReturns), $"{staff.DisplayName} đã chuyển cho {name}.", token);
            return HandoffResult.Done;
        }, cancellationToken);

    /// <summary>The matter is done: the bot answers again, and says so with its next word. Also for a conversation nobody has taken yet, or that was answered in the Page's own inbox.</summary>
    public Task<HandoffResult> End(string conversation, StaffMember staff, CaseResult result, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "ended") { Detail = $"{result}" }, Free(staff), (db, row, token) =>
            BackToBot(db, row, new Move(HandoffEvent.AdvisorEnds) { Result = result }, $"{staff.DisplayName} đã kết thúc ({CaseResults.Say(result)}), bot trả lời tiếp.", token), cancellationToken);

    /// <summary>No matter for a person after all: the bot answers again, and the case ends without a result of ours.</summary>
    public Task<HandoffResult> LeaveToBot(string conversation, StaffMember staff, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "left-to-bot"), Free(staff), (db, row, token) =>
            BackToBot(db, row, new Move(HandoffEvent.AdvisorLeavesToBot), $"{staff.DisplayName} đã trả lại cho bot.", token), cancellationToken);

    /// <summary>The owner puts it back among those that wait, for a colleague.</summary>
    public Task<HandoffResult> Return(string conversation, StaffMember staff, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "returned"), Own(staff), async (db, row, token) =>
        {
            await Move(db, row, new Move(HandoffEvent.AdvisorReturns), $"{staff.DisplayName} đã trả lại hàng chờ.", token);
            return HandoffResult.Done;
        }, cancellationToken);

    /// <summary>The owner answers the worker.</summary>
    /// <param name="seen">The last line of the transcript they had before them; an answer of ours after it is shown first. Null: not asked.</param>
    /// <param name="files">Brought before (<see cref="OutgoingFiles.Bring"/>); they follow the text, which may be empty then.</param>
    public Task<HandoffResult> Say(string conversation, StaffMember staff, string text, CancellationToken cancellationToken, long? seen = null, IReadOnlyList<long>? files = null) =>
        Do(new Deed(conversation, staff, "answered"), Own(staff), async (db, row, token) =>
        {
            if (seen is { } last && await db.Said.AnyAsync(it => it.ConversationId == row.Id && it.Id > last && (it.Author == Author.Advisor || it.Author == Author.Page), token))
                return HandoffResult.Overtaken;
            if (await sending.Find(db, row, staff, files ?? [], token) is not { } chosen)
                return HandoffResult.FilesRefused;
            var words = new Activity { Text = text.Trim().Normalize(), TextFormat = "plain", Locale = "vi-VN" };
            if (words.Text.Length > 0)
                await outbox.Put(db, row, new Words(words, Author.Advisor, time.GetUtcNow()) { AuthorName = staff.DisplayName }, token);
            await sending.Send(db, row, staff, chosen, token);
            await owners.Answered(db, row, token);
            return HandoffResult.Done;
        }, cancellationToken);

    /// <summary>A word for colleagues; it stands in the transcript and never leaves.</summary>
    public Task<HandoffResult> WriteNote(string conversation, StaffMember staff, string text, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "noted"), _ => true, (db, row, _) =>
        {
            db.Said.Add(owners.Line(row, text.Trim().Normalize(), staff.DisplayName));
            return Task.FromResult(HandoffResult.Done);
        }, cancellationToken);

    /// <summary>The owner wants a parked or refused reply to be sent once more.</summary>
    public Task<HandoffResult> SendAgain(string conversation, long outboxId, StaffMember staff, CancellationToken cancellationToken) =>
        Do(new Deed(conversation, staff, "sent-again") { Detail = $"{outboxId}" }, Own(staff), async (db, row, token) =>
        {
            await db.Outbox
                .Where(it => it.Id == outboxId && it.ConversationId == row.Id && (it.State == OutboxState.Parked || it.State == OutboxState.Refused))
                .ExecuteUpdateAsync(it => it
                    .SetProperty(reply => reply.State, OutboxState.Waiting)
                    .SetProperty(reply => reply.Tries, 0)
                    .SetProperty(reply => reply.DueAt, time.GetUtcNow())
                    .SetProperty(reply => reply.Why, (string?)null), token);
            return HandoffResult.Done;
        }, cancellationToken);

    private async Task NoteOpening(ChatDb db, Deed deed, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - OneOpening;
        if (!await db.Audit.AnyAsync(it => it.ConversationId == deed.Conversation && it.Who == deed.Staff.Id && it.What == deed.What && it.At > since, cancellationToken))
            await db.Append(new AuditEntry(time.GetUtcNow(), deed.Staff.Id, deed.What, deed.Conversation, null), cancellationToken);
    }

    private static Predicate<ConversationRow> Own(StaffMember staff) => row => row.Ownership.IsOf(staff.Id);

    private static Predicate<ConversationRow> Free(StaffMember staff) => row => row.Ownership.IsFreeFor(staff.Id);

    private async Task Move(ChatDb db, ConversationRow row, Move move, string line, CancellationToken cancellationToken)
    {
        await owners.Change(db, row, move, cancellationToken);
        db.Said.Add(owners.Line(row, line));
    }

    private async Task<HandoffResult> BackToBot(ChatDb db, ConversationRow row, Move move, string line, CancellationToken cancellationToken)
    {
        if (row.Speaker == Speaker.Bot)
            return HandoffResult.Done;
        var comesBack = row.Speaker == Speaker.Advisor;
        await Move(db, row, move, line, cancellationToken);
        row.EndedAt = time.GetUtcNow();
        row.Memory = Memory.Write(Memory.Read(row) with { ComesBack = comesBack });
        return HandoffResult.Done;
    }

    private async Task<HandoffResult> Do(
        Deed deed, Predicate<ConversationRow> may, Func<ChatDb, ConversationRow, CancellationToken, Task<HandoffResult>> act, CancellationToken cancellationToken)
    {
        var result = await store.Write(async (db, token) =>
        {
            if (await db.Lock(deed.Conversation, token) is not { } row)
                return HandoffResult.Unknown;
            if (Conflict.Between(deed.Staff, row))
                return HandoffResult.Conflict;
            if (!may(row))
                return HandoffResult.NotYours;
            var done = await act(db, row, token);
            if (done == HandoffResult.Done)
                await db.Append(new AuditEntry(time.GetUtcNow(), deed.Staff.Id, deed.What, row.Id, deed.Detail), token);
            return done;
        }, cancellationToken);
        bells.Replies.Ring();
        bells.Reminders.Ring();
        feed.Tell(deed.Conversation);
        return result;
    }

    /// <param name="What">As the audit trail calls it.</param>
    private sealed record Deed(string Conversation, StaffMember Staff, string What)
    {
        public string? Detail { get; init; }
    }
}
