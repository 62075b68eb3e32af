using ChatBot.Talk.Handoff;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>Opens and ends cases. To be called inside a unit that holds the conversation (<see cref="ChatDb.Lock"/>).</summary>
public sealed class CaseBook(Promises promises)
{
    /// <summary>The open case of the conversation, or a new one.</summary>
    public async Task<CaseRow> OpenOrFind(ChatDb db, ConversationRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await Find(db, row, cancellationToken) is { } open)
            return open;
        var before = await EndedLately(db, row, now, cancellationToken);
        var opened = new CaseRow
        {
            Number = await NextNumber(db, now, cancellationToken),
            ConversationId = row.Id,
            OpenedAt = now,
            FirstDueAt = promises.FirstAnswer(now, row.Urgent),
            EndDueAt = promises.End(now),
            Priority = row.Urgent ? CasePriority.Urgent : CasePriority.Normal,
            Area = before?.Area,
            Claim = before?.Claim,
            ClaimFrom = before?.ClaimFrom,
            ReopenedFrom = before?.Id,
        };
        db.Cases.Add(opened);
        await db.SaveChangesAsync(cancellationToken);
        row.Case = opened.Id;
        return opened;
    }

    /// <summary>The matter has become urgent: the promise is shorter from now on, and never longer than it was.</summary>
    public void Hurry(CaseRow open, DateTimeOffset now)
    {
        if (open.Priority == CasePriority.Urgent)
            return;
        open.Priority = CasePriority.Urgent;
        var due = promises.FirstAnswer(now, urgent: true);
        open.FirstDueAt = due < open.FirstDueAt ? due : open.FirstDueAt;
    }

    /// <summary>A person has answered.</summary>
    public async Task Answered(ChatDb db, ConversationRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await Find(db, row, cancellationToken) is { } open)
            open.FirstAnsweredAt ??= now;
    }

    public async Task End(ChatDb db, ConversationRow row, CaseResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await Find(db, row, cancellationToken) is { } open)
            (open.EndedAt, open.Result, open.SurveyDueAt) = (now, result, CaseResults.IsWorthAsking(result) && open.FirstAnsweredAt is not null ? promises.Survey(now) : null);
        row.Case = null;
    }

    private static async Task<CaseRow?> Find(ChatDb db, ConversationRow row, CancellationToken cancellationToken) =>
        row.Case is { } id ? await db.Cases.FindAsync([id], cancellationToken) : null;

    // What went back to the bot came to nothing: to call again after that is no second try.
    private Task<CaseRow?> EndedLately(ChatDb db, ConversationRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = promises.ReopensSince(now);
        return db.Cases.Where(it => it.ConversationId == row.Id && it.EndedAt >= since && it.Result != CaseResult.LeftToBot)
            .OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancellationToken);
    }

    // Counted in a row of its own, which is held until the commit: no number twice, and none left out when a unit fails.
    private static async Task<string> NextNumber(ChatDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var year = OfficeHours.DayOf(now).Year;
        var last = await db.Database.SqlQuery<int>($"""
            INSERT INTO "CaseYears" ("Year", "Last") VALUES ({year}, 1)
            ON CONFLICT ("Year") DO UPDATE SET "Last" = "CaseYears"."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellationToken);
        return $"{year}-{last[0]:D5}";
    }
}
