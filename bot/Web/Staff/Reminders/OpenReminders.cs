using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>A reminder as the desk shows it.</summary>
internal sealed record OpenReminder(long Id, string ConversationId, string Title, string Text, ReminderKind Kind, bool IsHot);

/// <summary>A reminder that does not get out of the house.</summary>
internal sealed record StuckReminder(string Name, string Case, string Why);

/// <summary>Reads the reminders that are not acknowledged yet.</summary>
internal sealed class OpenReminders(IDbContextFactory<ChatDb> databases, ReminderPlan plan, ReminderTimes times, TimeProvider time)
{
    /// <summary>So many are shown: more than that, nobody reads.</summary>
    public const int Most = 20;

    public async Task<IReadOnlyList<OpenReminder>> Of(string staff, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Reminders.AsNoTracking().Where(it => it.Staff == staff && it.AcknowledgedAt == null).OrderBy(it => it.Id).Take(Most).ToListAsync(cancellationToken);
        var open = new List<OpenReminder>();
        foreach (var row in rows)
            // Of what was done or taken meanwhile nothing is shown, though its row goes only when it falls due.
            if (await plan.Find(db, row, cancellationToken) is { } about && (about.Owner is null || about.Owner == staff))
                open.Add(Say(row, about));
        return [.. open.OrderByDescending(it => it.IsHot)];
    }

    /// <summary>What could not be carried, for a head to see.</summary>
    public async Task<IReadOnlyList<StuckReminder>> Stuck(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await (from row in db.Reminders.AsNoTracking()
                      where row.Trouble != null && row.AcknowledgedAt == null
                      join who in db.Users on row.Staff equals who.Id
                      join of in db.Cases on row.CaseId equals of.Id
                      orderby row.Id descending
                      select new StuckReminder(who.DisplayName, of.Number, row.Trouble!)).Take(Most).ToListAsync(cancellationToken);
    }

    private OpenReminder Say(ReminderRow row, Reminded about) =>
        new(row.Id, about.Conversation.Id, ReminderWords.Title(about), ReminderWords.Text(about, times.Left(about, time.GetUtcNow())), row.Kind, about.IsHot);
}
