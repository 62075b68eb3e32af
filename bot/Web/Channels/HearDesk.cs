using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels;

/// <summary>The door from another desk to the workers: what it says in a conversation it was called into. Returns once that is durable.</summary>
/// <exception cref="Data.StoreUnavailable">Nothing was kept: the web edge answers 503.</exception>
public delegate Task<DeskHeard> HearDesk(string conversation, Activity said, CancellationToken cancellationToken);

/// <summary>What became of a word of another desk.</summary>
public abstract record DeskHeard
{
    private DeskHeard() { }

    /// <param name="Id">Of the message on its way to the worker, or of the event.</param>
    public sealed record Taken(string Id) : DeskHeard;

    /// <summary>There is no such conversation.</summary>
    public sealed record Unknown : DeskHeard;

    /// <summary>The bot answers there, or an advisor of ours: that desk was not called, or is not needed any more.</summary>
    public sealed record NotCalled : DeskHeard;
}

/// <summary>Reads what another desk tells about a conversation it was called into.</summary>
public static class DeskStatus
{
    // { "type": "event", "name": "handoff.status", "value": { "state": "accepted" } }
    /// <summary>Null when it tells nothing of the kind. A bot that serves as a desk ends its part with `endOfConversation`, or breaks down with it.</summary>
    public static IncomingKind? Read(Activity activity) => activity switch
    {
        { Type: ActivityTypes.EndOfConversation, Code: null or "" or "completedSuccessfully" } => IncomingKind.EndedOutside,
        { Type: ActivityTypes.EndOfConversation } => IncomingKind.FailedOutside,
        { Type: ActivityTypes.Event, Name: ActivityTypes.HandoffStatus } => activity.Value?.Text("state") switch
        {
            "accepted" => IncomingKind.TakenOutside,
            "completed" => IncomingKind.EndedOutside,
            "failed" => IncomingKind.FailedOutside,
            _ => null,
        },
        _ => null,
    };
}
