using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Looks, once a second, after replies whose outcome nobody knows, and after conversations that are to be deleted.</summary>
public sealed class OutboxCare(
    GroupCommit store, IDbContextFactory<ChatDb> databases, Outbox outbox, UnsentReplies unsent, IEnumerable<Channel> channels, LiveFeed feed, TimeProvider time, ILogger<OutboxCare> log)
{
    private readonly string[] idempotent = [.. channels.Where(it => it.IsIdempotent).Select(it => it.Name)];

    private readonly bool hasOtherDesk = channels.Any(it => it.IsDesk);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private DateTimeOffset? nextLook;

    public async Task LookAfter(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < nextLook)
            return;
        if (nextLook is null)
            await BeginAnew(now, cancellationToken);
        nextLook = now + Pause;
        await FindAbandoned(now, cancellationToken);
        await GiveUpOnEchoes(now, cancellationToken);
        await Erase(now, cancellationToken);
    }

    // The program has been started again, perhaps with the token that was missing, perhaps without the other desk. While it was away no echo could reach it.
    private Task BeginAnew(DateTimeOffset now, CancellationToken cancellationToken) =>
        store.Write(async (db, token) =>
        {
            await db.PausedPages.ExecuteDeleteAsync(token);
            if (!hasOtherDesk)
                await db.Conversations.Where(row => row.AtOtherDesk).ExecuteUpdateAsync(row => row.SetProperty(it => it.AtOtherDesk, false), token);
            await db.Outbox.Where(row => row.State == OutboxState.Sending && row.EchoBy != null)
                .ExecuteUpdateAsync(row => row.SetProperty(it => it.EchoBy, now + Fate.EchoTakes), token);
        }, cancellationToken);

    // Whoever sent them died: they may have gone out, so their echo is awaited, unless sending them again does no harm.
    private async Task FindAbandoned(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await Abandoned(db, now).AnyAsync(cancellationToken))
            return;
        await store.Write(async (writing, token) =>
        {
            await Abandoned(writing, now).Where(row => idempotent.Contains(row.Channel)).ExecuteUpdateAsync(row => row
                .SetProperty(it => it.State, OutboxState.Waiting)
                .SetProperty(it => it.ClaimedUntil, (DateTimeOffset?)null), token);
            await Abandoned(writing, now).ExecuteUpdateAsync(row => row
                .SetProperty(it => it.EchoBy, now + Fate.EchoTakes)
                .SetProperty(it => it.ClaimedUntil, (DateTimeOffset?)null), token);
        }, cancellationToken);
    }

    private static IQueryable<OutboxRow> Abandoned(ChatDb db, DateTimeOffset now) =>
        db.Outbox.Where(row => row.State == OutboxState.Sending && row.EchoBy == null && row.ClaimedUntil < now);

    private async Task GiveUpOnEchoes(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unheard = await db.Outbox.AsNoTracking().Where(row => row.State == OutboxState.Sending && row.EchoBy < now).ToListAsync(cancellationToken);
        foreach (var reply in unheard)
        {
            var fate = Fate.OfMissingEcho(reply, now);
            await store.Write(async (writing, token) =>
            {
                if (await writing.Settle(reply, fate, now, token) == 1)
                    await unsent.Mend(writing, reply, fate, token);
            }, cancellationToken);
            feed.Tell(reply.ConversationId);
            log.NoEcho(reply.Id, fate.State);
        }
    }

    private async Task Erase(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var ready = await db.Conversations
            .Where(row => row.EraseAfter != null && !db.Outbox.Any(reply => reply.Id == row.EraseAfter
                && (reply.State == OutboxState.Waiting || reply.State == OutboxState.Sending)))
            .Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var conversation in ready)
        {
            await store.Write(async (writing, token) =>
            {
                await Erasure.Erase(writing, conversation, token);
                // It must not go on hearing somebody who wants to be forgotten.
                if (await writing.Lock(conversation, token) is { } row)
                    await outbox.LeaveOtherDesk(writing, row, now, token);
            }, cancellationToken);
            feed.Tell(conversation);
            log.Erased(conversation);
        }
    }
}

internal static partial class OutboxCareLog
{
    [LoggerMessage(LogLevel.Warning, "No echo of reply {Reply} came: it is {State} now")]
    public static partial void NoEcho(this ILogger log, long reply, OutboxState state);

    [LoggerMessage(LogLevel.Information, "What was said in {Conversation} is deleted, as its worker asked")]
    public static partial void Erased(this ILogger log, string conversation);
}
