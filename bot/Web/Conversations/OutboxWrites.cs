using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>How the fate of a reply is written.</summary>
internal static class OutboxWrites
{
    /// <summary>Only while it is being sent: an echo that came meanwhile has the last word.</summary>
    public static Task<int> Settle(this ChatDb db, OutboxRow reply, Fate fate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? sentAt = fate.State == OutboxState.Sent ? now : null;
        var dueAt = fate.DueAt ?? reply.DueAt;
        return db.Outbox.Where(row => row.Id == reply.Id && row.State == OutboxState.Sending)
            .ExecuteUpdateAsync(row => row
                .SetProperty(it => it.State, fate.State)
                .SetProperty(it => it.DueAt, dueAt)
                .SetProperty(it => it.EchoBy, fate.EchoBy)
                .SetProperty(it => it.ExternalId, fate.ExternalId)
                .SetProperty(it => it.SentAt, sentAt)
                .SetProperty(it => it.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(it => it.Why, fate.Why), cancellationToken);
    }

    /// <summary>Nothing goes out on the reply's page until then.</summary>
    public static Task<int> Pause(this ChatDb db, OutboxRow reply, string why, DateTimeOffset until, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO "PausedPages" ("Channel", "Page", "PausedUntil", "Why")
            VALUES ({reply.Channel}, {reply.Page}, {until.ToUnixTimeMilliseconds()}, {why})
            ON CONFLICT ("Channel", "Page") DO UPDATE SET "PausedUntil" = excluded."PausedUntil", "Why" = excluded."Why"
            """, cancellationToken);
}
