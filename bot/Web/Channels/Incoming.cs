using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels;

/// <summary>Something a channel took in, ready to be kept.</summary>
/// <param name="ExternalId">The platform's id of the event; a repeated delivery has the same, and is kept once.</param>
public sealed record Incoming(string Channel, string Page, string Person, string ExternalId, Activity Activity)
{
    public string ConversationId => $"{Channel}:{Page}:{Person}";

    /// <summary>What kind of event this is; most are messages from the worker.</summary>
    public IncomingKind Kind { get; init; } = IncomingKind.FromWorker;

    /// <summary>Of an echo of our own message: the outbox row's id that came back in it; null where the platform carries none, and it is known by its id or its words.</summary>
    public long? EchoOf { get; init; }

    /// <summary>What the channel needs to answer this person, in its own words (<see cref="Address.Reference"/>); the newest is kept.</summary>
    public string? Reference { get; init; }

    /// <summary>The platform says that a person wrote it, which it might say of ours too: ours are looked for first.</summary>
    public bool MayBeOurs { get; init; }

    /// <summary>Files of the message that are to be kept.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];
}

/// <summary>A file that came with a message.</summary>
/// <param name="Place">Which of the activity's attachments it is.</param>
/// <param name="Name">As its sender called it.</param>
public sealed record IncomingFile(int Place, string? Name)
{
    /// <summary>Its bytes, when they came with the message.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>Where the platform holds it, to be fetched later; null: the bytes are here.</summary>
    public string? Url { get; init; }
}

/// <summary>What an incoming event means to the inbox.</summary>
public enum IncomingKind
{
    /// <summary>The worker wrote, tapped or reacted: it gets a turn.</summary>
    FromWorker,

    /// <summary>Our own message came back: proof that it arrived.</summary>
    OurEcho,

    /// <summary>A person answered in the Page's own inbox: the bot falls silent.</summary>
    AnsweredOutside,

    /// <summary>The channel's own desk (<see cref="Channel.HasOwnDesk"/>) has taken the conversation.</summary>
    TakenOutside,

    /// <summary>The channel's own desk is done with it.</summary>
    EndedOutside,

    /// <summary>The channel's own desk cannot take it.</summary>
    FailedOutside,

    /// <summary>The worker filled in a form of the platform: kept for the desk, and nothing the bot could answer.</summary>
    Told,

    /// <summary>The worker turned away from the account: nobody writes to them until they come back.</summary>
    Left,

    /// <summary>The worker took back their consent on the platform: what was said is deleted at once.</summary>
    Withdrew,
}

/// <summary>The door from a channel into the inbox: returns once everything is durable, so that the platform may hear "200".</summary>
/// <exception cref="Data.StoreUnavailable">Nothing was kept: the web edge answers 503 and the platform brings it again.</exception>
public delegate Task Keep(IReadOnlyList<Incoming> events, CancellationToken cancellationToken);
