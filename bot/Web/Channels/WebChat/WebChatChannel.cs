namespace ChatBot.Web.Channels.WebChat;

/// <summary>The chat on the union's own site. A browser reads the transcript itself, so whatever stands there is delivered.</summary>
public sealed class WebChatChannel(WebChatSignals signals) : Channel
{
    public override string Name => WebChatPayload.Channel;

    public override bool IsIdempotent => true;

    public override bool IsOnOurSite => true;

    // Its pages fetch a file themselves: our own setting is the only limit.
    public override FileRoom Files { get; } = new(long.MaxValue, long.MaxValue);

    public override Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken) =>
        Task.FromResult<Delivery>(new Delivery.Done(null));

    /// <summary>Seen by browsers connected to this machine; the others only see the answer.</summary>
    public override Task ShowTyping(Address to, CancellationToken cancellationToken)
    {
        signals.Tell(to.Person, WebChatSignal.Typing);
        return Task.CompletedTask;
    }
}
