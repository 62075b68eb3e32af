using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>How saying a reminder went.</summary>
/// <param name="NextAt">When it is said again.</param>
internal sealed record Said(DateTimeOffset NextAt, int Count, string? Trouble);

/// <summary>Writes who is reminded of what, and when again; whoever changes the row says it, so that of several machines one does.</summary>
internal sealed class ReminderBook(GroupCommit store, LiveFeed feed, Bells bells, TimeProvider time)
{
    /// <summary>When a machine dies over it, the next one takes it up after this.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromMinutes(2);

    // Mail servers do not like many connections at once.
    private const int AtOnce = 8;

    /// <summary>From now on these are reminded. Of a follow-up that was done before, a later one begins anew.</summary>
    public async Task Begin(ChatDb reading, Reminded about, IEnumerable<StaffMember> all, CancellationToken cancellationToken)
    {
        // Looked at first: this is asked again and again, and mostly there is nothing to write.
        var known = await reading.Reminders.Where(it => it.CaseId == about.Case.Id && it.Kind == about.Kind && (it.AcknowledgedAt == null || it.Kind != ReminderKind.FollowUp))
            .Select(it => it.Staff).ToListAsync(cancellationToken);
        var people = all.Where(it => !known.Contains(it.Id)).ToList();
        if (people.Count == 0)
            return;
        var (now, kind, id) = (time.GetUtcNow().ToUnixTimeMilliseconds(), (int)about.Kind, about.Case.Id);
        var isFollowUp = about.Kind == ReminderKind.FollowUp;
        await store.Write(async (db, token) =>
        {
            foreach (var person in people)
                await db.Database.ExecuteSqlAsync($"""
                    INSERT INTO "Reminders" ("Staff", "CaseId", "Kind", "DueAt", "SentCount") VALUES ({person.Id}, {id}, {kind}, {now}, 0)
                    ON CONFLICT ("CaseId", "Kind", "Staff") DO UPDATE SET "DueAt" = excluded."DueAt", "SentCount" = 0, "AcknowledgedAt" = NULL
                    WHERE {isFollowUp} AND "Reminders"."AcknowledgedAt" IS NOT NULL
                    """, token);
        }, cancellationToken);
        feed.Tell(about.Conversation.Id);
    }

    /// <summary>Takes what is due for this machine alone, together whatever is for the same person.</summary>
    public async Task<IReadOnlyList<ReminderClaim>> Claim(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (from, to) = (now.ToUnixTimeMilliseconds(), (now + ClaimHolds).ToUnixTimeMilliseconds());
        var rows = await store.Write((db, token) => db.Database.SqlQuery<Claimed>($"""
            UPDATE "Reminders" SET "DueAt" = {to}
            WHERE "DueAt" <= {from} AND "AcknowledgedAt" IS NULL AND "Staff" IN (
                SELECT "Staff" FROM "Reminders" WHERE "DueAt" <= {from} AND "AcknowledgedAt" IS NULL GROUP BY "Staff" ORDER BY MIN("DueAt") LIMIT {AtOnce})
            RETURNING "Id", "Staff"
            """).ToListAsync(token), cancellationToken);
        return [.. rows.GroupBy(it => it.Staff, it => it.Id).Select(it => new ReminderClaim(it.Key, [.. it], DateTimeOffset.FromUnixTimeMilliseconds(to)))];
    }

    /// <summary>There is nothing to remind of any more, or not this person.</summary>
    public Task Drop(ReminderRow claimed, CancellationToken cancellationToken) =>
        store.Write((db, token) => AsRead(db, claimed).ExecuteDeleteAsync(token), cancellationToken);

    public async Task Move(ReminderRow claimed, Said said, Reminded about, CancellationToken cancellationToken)
    {
        await store.Write((db, token) => AsRead(db, claimed).ExecuteUpdateAsync(it => it
            .SetProperty(row => row.DueAt, said.NextAt)
            .SetProperty(row => row.SentCount, said.Count)
            .SetProperty(row => row.Trouble, said.Trouble), token), cancellationToken);
        feed.Tell(about.Conversation.Id);
    }

    /// <summary>Somebody says they know; of a follow-up, that it is done.</summary>
    public async Task Acknowledge(long reminder, string staff, CancellationToken cancellationToken)
    {
        var conversation = await store.Write(async (db, token) =>
        {
            var row = await db.Reminders.SingleOrDefaultAsync(it => it.Id == reminder && it.Staff == staff && it.AcknowledgedAt == null, token);
            if (row is null)
                return null;
            var now = time.GetUtcNow();
            row.AcknowledgedAt = now;
            if (row.Kind == ReminderKind.FollowUp)
                await FollowedUp(db, row.CaseId, now, token);
            var of = await db.Cases.Where(it => it.Id == row.CaseId).Select(it => it.ConversationId).SingleAsync(token);
            await db.Append(new AuditEntry(now, staff, "reminder-acknowledged", of, $"{row.Kind}"), token);
            return of;
        }, cancellationToken);
        if (conversation is not null)
            feed.Tell(conversation);
        bells.Reminders.Ring();
    }

    // Acknowledged meanwhile, or taken up by another machine after the claim ran out: then it is not ours any more.
    private static IQueryable<ReminderRow> AsRead(ChatDb db, ReminderRow claimed) =>
        db.Reminders.Where(it => it.Id == claimed.Id && it.DueAt == claimed.DueAt && it.AcknowledgedAt == null);

    private static Task FollowedUp(ChatDb db, long of, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = OfficeHours.DayOf(now);
        return db.Referrals.Where(it => it.CaseId == of && it.DoneAt == null && it.FollowUpOn <= today)
            .ExecuteUpdateAsync(it => it.SetProperty(row => row.DoneAt, now), cancellationToken);
    }

    private sealed record Claimed(long Id, string Staff);
}
