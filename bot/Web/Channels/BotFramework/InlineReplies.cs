using ChatBot.Talk.Activities;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Waits for the replies to one activity, for whoever wants them in the response (`deliveryMode: expectReplies`). They take the same walk as all others.</summary>
public sealed class InlineReplies(IDbContextFactory<ChatDb> databases, GroupCommit store, LiveFeed feed, TimeProvider time)
{
    // Azure gives up after 15 seconds.
    private static readonly TimeSpan MayTake = TimeSpan.FromSeconds(12);

    // A word of the feed may be lost.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private const int MostReplies = 20;

    /// <summary>Keeps the activity, and returns the replies once its turn is over.</summary>
    public async Task<IReadOnlyList<Activity>> To(Incoming incoming, Keep keep, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(MayTake, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var heard = new SemaphoreSlim(0);
        // Listened to before it is kept: its turn may be over at once.
        var listening = Listen(feed.Changes(ends.Token), incoming.ConversationId, heard);
        try
        {
            await keep([incoming], cancellationToken);
            return await Await(incoming, heard, ends.Token);
        }
        finally
        {
            await ends.CancelAsync();
            await listening;
        }
    }

    private static async Task Listen(IAsyncEnumerable<string> changes, string conversation, SemaphoreSlim heard)
    {
        try
        {
            await foreach (var changed in changes)
                if (changed == conversation)
                    heard.Release();
        }
        catch (OperationCanceledException)
        {
            // The replies are there, or nobody waits for them any more.
        }
    }

    private async Task<IReadOnlyList<Activity>> Await(Incoming incoming, SemaphoreSlim heard, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (await Finished(incoming, cancellationToken) is { } replies)
                    return replies;
                await heard.WaitAsync(LookAgain, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return await GiveUp(incoming);
        }
    }

    // Null: the turn is not over yet, or a reply is still judged.
    private async Task<IReadOnlyList<Activity>?> Finished(Incoming incoming, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var isOver = await db.Inbox.AnyAsync(row => row.Channel == incoming.Channel && row.Page == incoming.Page && row.ExternalId == incoming.ExternalId
            && (row.DoneAt != null || row.ParkedAt != null), cancellationToken);
        var replies = isOver ? await Replies(db, incoming, cancellationToken) : null;
        return replies?.Exists(it => it.State is OutboxState.Waiting or OutboxState.Sending) == false ? Sent(replies, incoming) : null;
    }

    // What comes later goes out through the Connector.
    private Task<IReadOnlyList<Activity>> GiveUp(Incoming incoming) => store.Write(async (db, token) =>
    {
        if (await db.Lock(incoming.ConversationId, token) is { } row && row.Reference == incoming.Reference)
            row.Reference = (ConversationReference.Read(row.Reference)! with { DeliveryMode = null }).Write();
        return Sent(await Replies(db, incoming, token), incoming);
    }, CancellationToken.None);

    private static async Task<List<OutboxRow>> Replies(ChatDb db, Incoming incoming, CancellationToken cancellationToken)
    {
        var rows = await db.Outbox.AsNoTracking().Where(row => row.ConversationId == incoming.ConversationId)
            .OrderByDescending(row => row.Id).Take(MostReplies).ToListAsync(cancellationToken);
        rows.Reverse();
        return rows.FindAll(row => row.Activity.Length > 0 && ActivityJson.Read(row.Activity).ReplyToId == incoming.ExternalId);
    }

    private static IReadOnlyList<Activity> Sent(List<OutboxRow> replies, Incoming incoming)
    {
        var to = ConversationReference.Read(incoming.Reference)!;
        return [.. replies.Where(it => it.State == OutboxState.Sent).Select(it => BotFrameworkReply.Write(ActivityJson.Read(it.Activity), to))];
    }
}
