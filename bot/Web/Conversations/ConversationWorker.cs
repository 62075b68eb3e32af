using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>A conversation this machine has for itself until a moment; the moment is what proves it.</summary>
public sealed record ConversationClaim(string Conversation, DateTimeOffset Until);

/// <summary>Takes up conversations in which something waits: one turn each, written in one transaction.</summary>
public sealed class ConversationWorker(
    GroupCommit store, IDbContextFactory<ChatDb> databases, TurnTaking bot, TurnWriter writer,
    IEnumerable<Channel> channels, Bells bells, TimeProvider time, ILogger<ConversationWorker> log)
    : ClaimingLoop<ConversationClaim>(bells.Turns, time, log)
{
    /// <summary>A turn takes milliseconds; when a machine dies in it, the message waits this long.</summary>
    public static readonly TimeSpan ClaimHolds = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan TypingMayTake = TimeSpan.FromMilliseconds(300);

    private readonly Dictionary<string, Channel> channels = channels.ToDictionary(it => it.Name);

    protected override async Task<IReadOnlyList<ConversationClaim>> Claim(int most, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var until = now + ClaimHolds;
        var (from, to) = (now.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        var ids = await store.Write((db, token) => db.Database.SqlQuery<string>($"""
            UPDATE "Conversations" SET "ClaimedUntil" = {to}
            WHERE "Id" IN (SELECT "Id" FROM "Conversations"
                           WHERE "DueAt" <= {from} AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" < {from})
                           ORDER BY "DueAt" LIMIT {most})
              AND "DueAt" <= {from} AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" < {from})
            RETURNING "Id" AS "Value"
            """).ToListAsync(token), cancellationToken);
        return [.. ids.Select(id => new ConversationClaim(id, DateTimeOffset.FromUnixTimeMilliseconds(to)))];
    }

    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.Where(row => row.DueAt > now).MinAsync(row => row.DueAt, cancellationToken);
    }

    protected override async Task Work(ConversationClaim claim, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var conversation = await db.Conversations.AsNoTracking().SingleAsync(row => row.Id == claim.Conversation, cancellationToken);
        var waiting = await db.WaitingIn(claim.Conversation, cancellationToken);
        try
        {
            await TakeTurn(claim, conversation, waiting, cancellationToken);
        }
        catch (StoreUnavailable trouble)
        {
            // Nothing has happened: the claim runs out and the messages are taken up again.
            log.NotWritten(claim.Conversation, trouble.Message);
        }
        catch (Exception trouble)
        {
            log.TurnFailed(trouble, claim.Conversation);
            await writer.Failed(claim, Burst.Next(waiting), trouble, cancellationToken);
        }
    }

    private async Task TakeTurn(ConversationClaim claim, ConversationRow conversation, IReadOnlyList<InboxRow> waiting, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0 || conversation.Speaker == Speaker.Advisor)
        {
            await writer.LeaveToAdvisor(claim, waiting, cancellationToken);
            return;
        }

        var messages = Burst.Next(waiting);
        var turn = bot(Memory.Read(conversation), Burst.Join([.. messages.Select(row => ActivityJson.Read(row.Activity))]));
        if (turn.Replies.Count > 0)
            await ShowTyping(conversation, cancellationToken);
        await writer.Write(claim, conversation.Speaker, messages, turn, cancellationToken);
    }

    // Before the reply is written: shown after it, "đang nhập…" would stand there for nothing.
    private async Task ShowTyping(ConversationRow conversation, CancellationToken cancellationToken)
    {
        if (channels.GetValueOrDefault(conversation.Channel) is { } channel)
            await Task.WhenAny(
                channel.ShowTyping(conversation.Address(), cancellationToken),
                Task.Delay(TypingMayTake, Time, cancellationToken));
    }
}

internal static partial class ConversationWorkerLog
{
    [LoggerMessage(LogLevel.Warning, "The turn of {Conversation} could not be written and will be taken again: {Why}")]
    public static partial void NotWritten(this ILogger log, string conversation, string why);

    [LoggerMessage(LogLevel.Error, "The turn of {Conversation} failed")]
    public static partial void TurnFailed(this ILogger log, Exception trouble, string conversation);
}
