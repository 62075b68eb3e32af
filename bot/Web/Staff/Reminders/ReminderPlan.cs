using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>Which promises run out soon. The promises themselves are the timers, so a kill loses none.</summary>
internal sealed class ReminderPlan(Promises promises, TimeProvider time)
{
    /// <summary>What nobody has been told of yet who should be. At night only the hot spots.</summary>
    /// <param name="onDuty">Ids of those who sit now: what the last sitting was told, the next one is told too.</param>
    public async Task<IReadOnlyList<Reminded>> New(ChatDb db, IReadOnlyCollection<string> onDuty, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = await Untold(db, Answers(db, now), ReminderKind.FirstAnswer, onDuty)
            .Select(it => new Reminded(it.Case, it.Conversation, ReminderKind.FirstAnswer, it.Case.FirstDueAt) { Owner = it.Conversation.Owner }).ToListAsync(cancellationToken);
        if (!promises.Calendar.IsOpen(now))
            return [.. all.Where(it => it.IsHot)];
        all.AddRange(await Untold(db, Ends(db, now), ReminderKind.End, onDuty)
            .Select(it => new Reminded(it.Case, it.Conversation, ReminderKind.End, it.Case.EndDueAt) { Owner = it.Conversation.Owner }).ToListAsync(cancellationToken));
        all.AddRange((await FollowUps(db, now).Where(it => !db.Reminders.Any(row => row.CaseId == it.Case.Id && row.Kind == ReminderKind.FollowUp && row.AcknowledgedAt == null)).ToListAsync(cancellationToken)).Select(Of));
        return all;
    }

    /// <summary>What this reminder is about; null: it has been done meanwhile.</summary>
    public async Task<Reminded?> Find(ChatDb db, ReminderRow row, CancellationToken cancellationToken)
    {
        if (row.Kind == ReminderKind.FollowUp)
            return await FollowUps(db, time.GetUtcNow()).FirstOrDefaultAsync(it => it.Case.Id == row.CaseId, cancellationToken) is { } due ? Of(due) : null;
        var found = await Open(db).FirstOrDefaultAsync(it => it.Case.Id == row.CaseId, cancellationToken);
        if (found is null || (row.Kind == ReminderKind.FirstAnswer && found.Case.FirstAnsweredAt is not null))
            return null;
        return new Reminded(found.Case, found.Conversation, row.Kind, row.Kind == ReminderKind.End ? found.Case.EndDueAt : found.Case.FirstDueAt) { Owner = found.Conversation.Owner };
    }

    private static IQueryable<OpenCase> Open(ChatDb db) =>
        from row in db.Cases.AsNoTracking()
        where row.EndedAt == null
        join conversation in db.Conversations.AsNoTracking() on row.ConversationId equals conversation.Id
        select new OpenCase { Case = row, Conversation = conversation };

    private IQueryable<OpenCase> Answers(ChatDb db, DateTimeOffset now)
    {
        var until = promises.RemindUntil(now);
        return Open(db).Where(it => it.Case.FirstAnsweredAt == null && (it.Case.FirstDueAt <= until || it.Case.Priority == CasePriority.Urgent));
    }

    private IQueryable<OpenCase> Ends(ChatDb db, DateTimeOffset now)
    {
        var until = promises.RemindUntil(now);
        return Open(db).Where(it => it.Case.EndDueAt <= until);
    }

    private static IQueryable<OpenCase> Untold(ChatDb db, IQueryable<OpenCase> open, ReminderKind kind, IReadOnlyCollection<string> onDuty)
    {
        var nobodySits = onDuty.Count == 0;
        return open.Where(it => !db.Reminders.Any(row => row.CaseId == it.Case.Id && row.Kind == kind
            && (it.Conversation.Owner == null ? nobodySits || onDuty.Contains(row.Staff) : row.Staff == it.Conversation.Owner)));
    }

    private static IQueryable<DueReferral> FollowUps(ChatDb db, DateTimeOffset now)
    {
        var today = OfficeHours.DayOf(now);
        return from referral in db.Referrals.AsNoTracking()
               where referral.DoneAt == null && referral.FollowUpOn <= today
               join row in db.Cases.AsNoTracking() on referral.CaseId equals row.Id
               join conversation in db.Conversations.AsNoTracking() on row.ConversationId equals conversation.Id
               select new DueReferral { Case = row, Conversation = conversation, Referral = referral };
    }

    private static Reminded Of(DueReferral due) =>
        new(due.Case, due.Conversation, ReminderKind.FollowUp, new DateTimeOffset(due.Referral.FollowUpOn, TimeOnly.MinValue, OfficeHours.Offset)) { Owner = due.Case.Owner ?? due.Referral.MadeBy };

    private sealed class OpenCase
    {
        public required CaseRow Case { get; init; }

        public required ConversationRow Conversation { get; init; }
    }

    private sealed class DueReferral
    {
        public required CaseRow Case { get; init; }

        public required ConversationRow Conversation { get; init; }

        public required ReferralRow Referral { get; init; }
    }
}
