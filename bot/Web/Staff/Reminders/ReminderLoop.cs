using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>A reminder this machine alone says, until then.</summary>
internal readonly record struct ReminderClaim(long Id, DateTimeOffset Until);

/// <summary>Tells advisors what is about to run out, again and again until they acknowledge it or it is done.</summary>
internal sealed class ReminderLoop(
    ReminderPlan plan, ReminderAudience audience, ReminderTimes times, ReminderBook book, ReminderCarrier carrier, IDbContextFactory<ChatDb> databases, Bells bells, TimeProvider time, ILogger<ReminderLoop> log)
    : ClaimingLoop<ReminderClaim>(bells.Reminders, time, log)
{
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
        var row = await db.Reminders.AsNoTracking().SingleOrDefaultAsync(it => it.Id == claim.Id && it.DueAt == claim.Until && it.AcknowledgedAt == null, cancellationToken);
        if (row is null)
            return;
        var about = await plan.Find(db, row, cancellationToken);
        var people = about is null ? [] : await audience.Of(about, cancellationToken);
        if (about is null || people.FirstOrDefault(it => it.Id == row.Staff) is not { } to)
        {
            await book.Drop(claim, cancellationToken);
            return;
        }

        // Whoever has come on duty since.
        await book.Begin(db, about, people, cancellationToken);
        if (!times.MaySay(about, Time.GetUtcNow()))
            await book.Move(claim, new Said(times.NextOpening(Time.GetUtcNow()), row.SentCount, row.Trouble), about, cancellationToken);
        else
            await book.Move(claim, await Say(row, about, to, cancellationToken), about, cancellationToken);
    }

    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Reminders.Where(it => it.AcknowledgedAt == null).MinAsync(it => (DateTimeOffset?)it.DueAt, cancellationToken);
    }

    private async Task<Said> Say(ReminderRow row, Reminded about, StaffMember to, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var notice = new Notice(to, ReminderWords.Title(about), ReminderWords.Text(about, times.Left(about, now)));
        var carried = await carrier.Carry(notice, cancellationToken);
        if (carried.Trouble is { } trouble)
            log.NotReminded(row.Id, trouble);
        // With no way out of the house at all, the list at the desk says it.
        return !carried.WasSent && carried.Trouble is not null
            ? new Said(now + ReminderTimes.TryAgainAfter, row.SentCount, carried.Trouble)
            : new Said(times.Next(about, now, row.SentCount + 1), row.SentCount + 1, carried.Trouble);
    }
}

internal static partial class ReminderLoopLog
{
    [LoggerMessage(LogLevel.Warning, "Reminder {Reminder} was not carried on every way: {Why}")]
    public static partial void NotReminded(this ILogger log, long reminder, string why);
}
