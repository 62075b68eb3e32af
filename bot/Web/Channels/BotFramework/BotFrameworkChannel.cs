using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Carries messages to the channels of an Azure Bot registration through the Connector.</summary>
public sealed class BotFrameworkChannel(ActivityPost connector, HandoffTranscript transcript, IOptions<BotFrameworkOptions> options) : Channel
{
    public override string Name => BotFrameworkPayload.Channel;

    public override int LongestText => BotFrameworkReply.LongestText;

    public override bool HasOwnDesk => options.Value.HandsOffToChannel;

    public override async Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken)
    {
        if (ConversationReference.Read(parcel.To.Reference) is not { } to)
            return new Delivery.Refused("Chưa biết trả lời người này ở đâu; chờ họ nhắn lại.");
        if (to.IsAwaited(parcel.Activity))
            return new Delivery.Done(null);
        if (AddressOf(to, to.Answered(parcel.Activity)) is not { } address)
            return new Delivery.Refused("Kênh này cho một địa chỉ trả lời không dùng https.");
        var talk = new TalkSoFar($"{Name}:{parcel.To.Page}:{parcel.To.Person}", to.User, to.Bot);
        return await connector.Send(address, await transcript.Attach(BotFrameworkReply.Write(parcel.Activity, to), talk, cancellationToken), cancellationToken);
    }

    public override async Task ShowTyping(Address to, CancellationToken cancellationToken)
    {
        if (ConversationReference.Read(to.Reference) is { DeliveryMode: null } reference && AddressOf(reference, reference.ActivityId) is { } address)
            // Only a decoration: the answer itself goes through the outbox, which tells of trouble.
            await connector.Send(address, BotFrameworkReply.Typing(reference), cancellationToken);
    }

    // https://smba.trafficmanager.net/apis/ + v3/conversations/{conversation}/activities/{the one that is answered}
    private static Uri? AddressOf(ConversationReference to, string? answered)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(to.Conversation.Id)}/activities{(answered is null ? "" : "/" + Uri.EscapeDataString(answered))}";
        return Uri.TryCreate($"{to.ServiceUrl.TrimEnd('/')}/{path}", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
                ? address
                : null;
    }
}
