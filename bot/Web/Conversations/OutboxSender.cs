using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Carries replies, the bot's and the advisors' alike, out to their channels: in order within a conversation, side by side between them.</summary>
public sealed class OutboxSender(
    OutboxClaims claims, OutboxCare care, UnsentReplies unsent, GroupCommit store, IDbContextFactory<ChatDb> databases,
    IEnumerable<Channel> channels, Bells bells, LiveFeed feed, TimeProvider time, ILogger<OutboxSender> log)
    : ClaimingLoop<ReplyClaim>(bells.Replies, time, log)
{
    private static readonly TimeSpan SendingMayTake = OutboxClaims.ClaimHolds - TimeSpan.FromSeconds(5);

    private static readonly TimeSpan StoreRests = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Channel> channels = channels.ToDictionary(it => it.Name);

    protected override async Task<IReadOnlyList<ReplyClaim>> Claim(int most, CancellationToken cancellationToken)
    {
        await care.LookAfter(cancellationToken);
        while (true)
        {
            var (taken, settled) = await claims.Take(most, cancellationToken);
            if (taken.Count > 0 || !settled)
                return taken;
        }
    }

    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.Where(row => row.State == OutboxState.Waiting && row.DueAt > now).MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken);
    }

    protected override async Task Work(ReplyClaim claim, CancellationToken cancellationToken)
    {
        var fate = await Carry(claim);
        await Settle(claim, fate, cancellationToken);
        feed.Tell(claim.Reply.ConversationId);
        log.Settled(claim.Reply.Id, claim.Reply.ConversationId, fate.State);
    }

    private async Task<Fate> Carry(ReplyClaim claim)
    {
        if (!channels.TryGetValue(claim.Reply.Channel, out var channel))
            return Fate.Of(new Delivery.TryLater(Fate.PageRests, $"Kênh {claim.Reply.Channel} đang tắt trong cài đặt."), claim.Reply, Time.GetUtcNow(), 0);
        using var tooLong = new CancellationTokenSource(SendingMayTake, Time);
        try
        {
            var delivery = await Load(claim, channel, tooLong.Token) is { } parcel ? await channel.Send(parcel, tooLong.Token) : new Delivery.Refused("Tệp này đã bị xóa.");
            return Fate.Of(delivery, claim.Reply, Time.GetUtcNow(), Random.Shared.NextDouble());
        }
        catch (OperationCanceledException) when (tooLong.IsCancellationRequested)
        {
            return Fate.Of(new Delivery.Unknown("Nền tảng không trả lời kịp."), claim.Reply, Time.GetUtcNow(), 0);
        }
        catch (Exception trouble)
        {
            log.ChannelBroke(trouble, claim.Reply.Id, claim.Reply.Channel);
            return Fate.OfBroken(claim.Reply, Time.GetUtcNow(), Random.Shared.NextDouble());
        }
    }

    // Its bytes only now, and not for our own site, whose pages ask for them themselves. Null: the file is gone.
    private async Task<Parcel?> Load(ReplyClaim claim, Channel channel, CancellationToken cancellationToken)
    {
        if (channel.IsOnOurSite || FileLink.Read(claim.Parcel.Activity) is not { } id)
            return claim.Parcel;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var file = await db.Attachments.Where(it => it.Id == id && it.ConversationId == claim.Reply.ConversationId)
            .Select(it => new ParcelFile(it.Name, it.MediaType, it.Content)).SingleOrDefaultAsync(cancellationToken);
        return file is null ? null : claim.Parcel with { File = file };
    }

    // It is out: a database that rests for a moment must not make us forget it, or it would go out twice.
    private async Task Settle(ReplyClaim claim, Fate fate, CancellationToken cancellationToken)
    {
        var reply = claim.Reply;
        while (true)
        {
            try
            {
                await store.Write((db, token) => Settle(db, claim, fate, token), cancellationToken);
                return;
            }
            catch (StoreUnavailable trouble) when (Time.GetUtcNow() < reply.ClaimedUntil)
            {
                log.NotSettled(reply.Id, trouble.Message);
                await Task.Delay(StoreRests, Time, cancellationToken);
            }
        }
    }

    private async Task Settle(ChatDb db, ReplyClaim claim, Fate fate, CancellationToken cancellationToken)
    {
        var (now, reply) = (Time.GetUtcNow(), claim.Reply);
        var isSettled = await db.Settle(reply, fate, now, cancellationToken) == 1;
        // Whoever wrote again meanwhile may be answered anew.
        if (fate.MessagesLeft is { } left)
            await db.Conversations.Where(row => row.Id == reply.ConversationId && row.LastHeardAt == claim.Parcel.LastHeardAt)
                .ExecuteUpdateAsync(row => row.SetProperty(it => it.MessagesLeft, left), cancellationToken);
        if (fate.PausesPage)
            await db.Pause(reply, fate.Why!, now + Fate.PageRests, cancellationToken);
        if (isSettled)
            await unsent.Mend(db, reply, fate, cancellationToken);
    }
}

internal static partial class OutboxSenderLog
{
    [LoggerMessage(LogLevel.Information, "Reply {Reply} of {Conversation} is {State}")]
    public static partial void Settled(this ILogger log, long reply, string conversation, OutboxState state);

    [LoggerMessage(LogLevel.Error, "Reply {Reply} could not be carried: channel {Channel} broke")]
    public static partial void ChannelBroke(this ILogger log, Exception trouble, long reply, string channel);

    [LoggerMessage(LogLevel.Warning, "What became of reply {Reply} could not be written and is tried again: {Why}")]
    public static partial void NotSettled(this ILogger log, long reply, string why);
}
