using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>An ended case this machine asks about until a moment; the moment is what proves it.</summary>
public sealed record SurveyClaim(long Case, DateTimeOffset Until);

/// <summary>Asks the worker how it was, once a case and only while the channel lets the bot write. Its timer is a column, so that a kill loses none.</summary>
public sealed class Surveying(
    GroupCommit store, IDbContextFactory<ChatDb> databases, Outbox outbox, KnowledgeBase knowledge, CaseClock clock, Promises promises, Bells bells, LiveFeed feed, TimeProvider time, ILogger<Surveying> log)
    : ClaimingLoop<SurveyClaim>(bells.Timers, time, log)
{
    /// <summary>When a machine dies over it, the next one takes it up after this.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromSeconds(30);

    protected override bool LooksFirst => true;

    protected override async Task<IReadOnlyList<SurveyClaim>> Claim(int most, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var (from, to) = (now.ToUnixTimeMilliseconds(), (now + ClaimHolds).ToUnixTimeMilliseconds());
        var ids = await store.Write((db, token) => db.Database.SqlQuery<long>($"""
            UPDATE "Cases" SET "SurveyDueAt" = {to}
            WHERE "Id" IN (SELECT "Id" FROM "Cases" WHERE "SurveyDueAt" <= {from} ORDER BY "SurveyDueAt" LIMIT {most}) AND "SurveyDueAt" <= {from}
            RETURNING "Id" AS "Value"
            """).ToListAsync(token), cancellationToken);
        return [.. ids.Select(id => new SurveyClaim(id, DateTimeOffset.FromUnixTimeMilliseconds(to)))];
    }

    protected override async Task Work(SurveyClaim claim, CancellationToken cancellationToken)
    {
        var asked = await store.Write(async (db, token) =>
        {
            var conversation = await db.Cases.Where(it => it.Id == claim.Case).Select(it => it.ConversationId).SingleAsync(token);
            if (await db.Lock(conversation, token) is not { } row || await db.Cases.FindAsync([claim.Case], token) is not { } ended || ended.SurveyDueAt != claim.Until)
                return null;
            ended.SurveyDueAt = Later(row);
            if (ended.SurveyDueAt is not null || !MayAsk(row))
                return null;
            await Ask(db, row, ended, token);
            return conversation;
        }, cancellationToken);
        if (asked is null)
            return;
        bells.Replies.Ring();
        feed.Tell(asked);
        log.Asked(claim.Case);
    }

    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Cases.MinAsync(it => it.SurveyDueAt, cancellationToken);
    }

    // Called again, deleted or out of the channel's reach: then nobody asks any more.
    private bool MayAsk(ConversationRow row) =>
        row is { Speaker: Speaker.Bot, EraseAfter: null } && clock.WindowOf(row)?.IsOpen(Time.GetUtcNow(), byPerson: false) == true;

    // Somebody is just talking, or a turn is under way that would write over what the bot remembers: it waits for a pause.
    private DateTimeOffset? Later(ConversationRow row)
    {
        var now = Time.GetUtcNow();
        var talks = row.DueAt is not null || row.ClaimedUntil > now || promises.Survey(row.LastSaidAt) > now;
        return talks && MayAsk(row) ? promises.Survey(row.DueAt is null && row.ClaimedUntil is null ? row.LastSaidAt : now) : null;
    }

    private async Task Ask(ChatDb db, ConversationRow row, CaseRow ended, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var turn = knowledge.Bot.AskHowItWas(Memory.Read(row), now);
        row.Memory = Memory.Write(turn.After);
        foreach (var reply in turn.Replies)
            await outbox.Put(db, row, new Words(reply, Author.Bot, now), cancellationToken);
        ended.SurveyAskedAt = now;
    }
}

internal static class Surveys
{
    /// <summary>Keeps what the worker answered with the case that was asked about last.</summary>
    public static async Task Keep(this Talk.Note.Surveyed answer, ChatDb db, string conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Cases.Where(it => it.ConversationId == conversation && it.SurveyAskedAt != null).OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancellationToken) is not { } ended)
            return;
        (ended.SurveyScore, ended.SurveyWords, ended.SurveyAt) = (answer.Score ?? ended.SurveyScore, answer.Words ?? ended.SurveyWords, now);
    }
}

internal static partial class SurveyingLog
{
    [LoggerMessage(LogLevel.Information, "Asked the worker of case {Case} how it was")]
    public static partial void Asked(this ILogger log, long @case);
}
