using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>What this machine alone tells one person, until then.</summary>
internal sealed record ReminderClaim(string Staff, IReadOnlyList<long> Ids, DateTimeOffset Until);

/// <summary>Tells advisors what is about to run out, again and again until they acknowledge it or it is done.</summary>
internal sealed class ReminderLoop(
    ReminderPlan plan, ReminderAudience audience, ReminderTimes times, ReminderBook book, ReminderCarrier carrier, IDbContextFactory<ChatDb> databases, Bells bells, TimeProvider time, ILogger<ReminderLoop> log)
    : ClaimingLoop<ReminderClaim>(bells.Reminders, time, log)
{
    // Each look is some readings, and nothing but a hot spot is in such haste; for that one there is the bell.
    protected override TimeSpan Sleep => TimeSpan.FromSeconds(30);

    protected override async Task<IReadOnlyList<ReminderClaim>> Claim(int most, CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            foreach (var about in await plan.New(db, await audience.OnDuty(cancellationToken), cancellationToken))
                await book.Begin(db, about, await audience.Of(about, cancellationToken), cancellationToken);
        return await NextDue(cancellationToken) <= Time.GetUtcNow() ? await book.Claim(cancellationToken) : [];
    }

    protected override async Task Work(ReminderClaim claim, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Reminders.AsNoTracking().Where(it => claim.Ids.Contains(it.Id) && it.DueAt == claim.Until && it.AcknowledgedAt == null).ToListAsync(cancellationToken);
        var now = Time.GetUtcNow();
        StaffMember? to = null;
        var matters = new List<(ReminderRow Row, Reminded About)>();
        foreach (var row in rows)
        {
            if (await Find(db, row, cancellationToken) is not var (about, person))
                await book.Drop(row, cancellationToken);
            else if (!times.MaySay(about, now))
                await book.Move(row, new Said(times.NextOpening(now), row.SentCount, row.Trouble), about, cancellationToken);
            else
            {
                to = person;
                matters.Add((row, about));
            }
        }

        if (to is not null)
            await Say(to, matters, cancellationToken);
    }

    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Reminders.Where(it => it.AcknowledgedAt == null).MinAsync(it => (DateTimeOffset?)it.DueAt, cancellationToken);
    }

    // Null: it is done, or not this person's matter any more.
    private async Task<(Reminded About, StaffMember To)?> Find(ChatDb db, ReminderRow row, CancellationToken cancellationToken)
    {
        if (await plan.Find(db, row, cancellationToken) is not { } about)
            return null;
        var people = await audience.Of(about, cancellationToken);
        if (people.FirstOrDefault(it => it.Id == row.Staff) is not { } to)
            return null;
        // Whoever has come on duty since.
        await book.Begin(db, about, people, cancellationToken);
        return (about, to);
    }

    private async Task Say(StaffMember to, IReadOnlyList<(ReminderRow Row, Reminded About)> matters, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var carried = await carrier.Carry(ReminderWords.Notice(to, [.. matters.Select(it => (it.About, times.Left(it.About, now)))]), cancellationToken);
        if (carried.Trouble is { } trouble)
            log.NotReminded(matters[0].Row.Id, matters.Count, trouble);
        foreach (var (row, about) in matters)
            await book.Move(row, After(carried, row, about, now), about, cancellationToken);
    }

    // With no way out of the house at all, the list at the desk says it.
    private Said After(Carried carried, ReminderRow row, Reminded about, DateTimeOffset now) => !carried.WasSent && carried.Trouble is not null
        ? new Said(now + ReminderTimes.TryAgainAfter, row.SentCount, carried.Trouble)
        : new Said(times.Next(about, now, row.SentCount + 1), row.SentCount + 1, carried.Trouble);
}

internal static partial class ReminderLoopLog
{
    [LoggerMessage(LogLevel.Warning, "Reminder {Reminder} ({Count} together) was not carried on every way: {Why}")]
    public static partial void NotReminded(this ILogger log, long reminder, int count, string why);
}
