using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>What becomes of the reminders of a case when it passes to somebody else.</summary>
internal static class CaseReminders
{
    /// <summary>Whoever takes it by themselves knows of what they were told; everybody else's are gone, and whoever has it next is told anew.</summary>
    /// <param name="taker">Null: nobody took it, it was passed, returned or ended.</param>
    public static async Task Moved(ChatDb db, long open, string? taker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A referral is followed up whoever has the case, and after its end.
        var rows = db.Reminders.Where(it => it.CaseId == open && it.Kind != ReminderKind.FollowUp);
        await rows.Where(it => it.Staff != taker).ExecuteDeleteAsync(cancellationToken);
        await rows.Where(it => it.AcknowledgedAt == null).ExecuteUpdateAsync(it => it.SetProperty(row => row.AcknowledgedAt, now), cancellationToken);
    }
}
