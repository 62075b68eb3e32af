using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels;

/// <summary>A way to reach people: carries one activity to one person and tells what came of it. It never decides what to do next.</summary>
public abstract class Channel
{
    /// <summary>The first part of a conversation's id: `messenger`, `zalo`, `webchat`…</summary>
    public abstract string Name { get; }

    /// <summary>The longest text one message can carry, in characters; a longer one is cut into several before it is put into the outbox.</summary>
    public virtual int LongestText => int.MaxValue;

    /// <summary>True when carrying the same message twice shows it once: then a send cut off by a crash is simply done again.</summary>
    public virtual bool IsIdempotent => false;

    /// <summary>True where people are on our own site already, so that a link to another of its pages needs no address.</summary>
    public virtual bool IsOnOurSite => false;

    /// <summary>Which files it carries; null: none.</summary>
    public virtual FileRoom? Files => null;

    /// <summary>True when another desk than ours answers there: it is told when a person is needed, and tells when it has come.</summary>
    public virtual bool HasOwnDesk => false;

    /// <summary>True when it leads to another desk instead of to workers.</summary>
    public virtual bool IsDesk => false;

    /// <summary>Carries one activity out. Trouble of the platform is a <see cref="Delivery"/>, not an exception.</summary>
    public abstract Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken);

    /// <summary>How long after a comment its author may be written to in private; null: never.</summary>
    public virtual TimeSpan? CommentsMayBeAnsweredFor => null;

    /// <summary>Writes once in private to who commented, without their having written to us.</summary>
    public virtual Task<Delivery> AnswerComment(string page, string comment, string text, CancellationToken cancellationToken) =>
        Task.FromResult<Delivery>(new Delivery.Refused("Kênh này không trả lời bình luận được."));

    /// <summary>Shows that somebody is at work ("đang nhập…"), where the channel can; failures are of no interest.</summary>
    public virtual Task ShowTyping(Address to, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Until when, and by whom, this channel may write to a person who last wrote at <paramref name="lastHeard"/>.</summary>
    public virtual Window WindowFor(DateTimeOffset? lastHeard) => Window.Always;

    /// <summary>Brings a file that came with a message and that the platform holds, at most <paramref name="most"/> bytes.</summary>
    public virtual Task<Fetched> Fetch(string url, long most, CancellationToken cancellationToken) =>
        Task.FromResult<Fetched>(new Fetched.Never("Kênh này không giữ tệp ở nơi khác."));

    /// <summary>The connection did not come about, so the platform has heard nothing.</summary>
    public static bool NeverLeft(HttpRequestException trouble) => trouble.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}

/// <summary>The largest files a channel carries, in bytes.</summary>
public sealed record FileRoom(long LargestPicture, long LargestOther)
{
    /// <summary>The media types it carries; null: whatever we keep.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    public bool Takes(string mediaType) => Types?.Contains(mediaType) != false;

    public long Most(string mediaType) => FileKind.IsPictureType(mediaType) ? LargestPicture : LargestOther;
}

/// <summary>Where a message goes: a person on a page.</summary>
public sealed record Address(string Page, string Person)
{
    /// <summary>What the channel noted down when the person last wrote, in its own words; null: it needs nothing.</summary>
    public string? Reference { get; init; }
}

/// <summary>One activity with its address.</summary>
/// <param name="Key">The outbox row's id: travels with the message where the platform lets it, and comes back in its echo.</param>
/// <param name="ByPerson">True when an advisor typed it: some platforms give people a longer window.</param>
/// <param name="LastHeardAt">When the worker last wrote.</param>
public sealed record Parcel(long Key, Address To, Activity Activity, bool ByPerson, DateTimeOffset? LastHeardAt)
{
    /// <summary>The file this message is; null: it is none.</summary>
    public ParcelFile? File { get; init; }
}

/// <summary>A file on its way out.</summary>
public sealed record ParcelFile(string Name, string MediaType, byte[] Content);

/// <summary>What came of sending; the sender decides what to do about it.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>How many more messages may go to this person until they write again; null: the platform did not say.</summary>
    public int? MessagesLeft { get; init; }

    /// <param name="ExternalId">The platform's id of the message, when it gave one.</param>
    public sealed record Done(string? ExternalId) : Delivery;

    /// <summary>Busy or broken for the moment.</summary>
    public sealed record TryLater(TimeSpan After, string Why) : Delivery
    {
        /// <summary>So many attempts are enough; null: as long as it is of use.</summary>
        public int? MostTries { get; init; }
    }

    /// <summary>It may have arrived and may not: the connection broke after the request was sent. Its echo decides.</summary>
    public sealed record Unknown(string Why) : Delivery;

    /// <summary>This message will never go: shown to the advisors with the reason.</summary>
    public sealed record Refused(string Why) : Delivery;

    /// <summary>The reply window is closed.</summary>
    public sealed record OutsideWindow(string Why) : Delivery;

    /// <summary>The access token is dead: nothing goes out on this page until the head of staff connects it again.</summary>
    public sealed record Reconnect(string Why) : Delivery;
}

/// <summary>Until when a channel may be used towards a person.</summary>
/// <param name="BotUntil">The last moment for the bot; null: no limit.</param>
/// <param name="PersonUntil">The last moment for a text typed by an advisor; null: no limit.</param>
public sealed record Window(DateTimeOffset? BotUntil, DateTimeOffset? PersonUntil)
{
    public static Window Always { get; } = new(null, null);

    /// <summary>The last moment for a file an advisor sends; null: no limit.</summary>
    public DateTimeOffset? FilesUntil { get; init; } = PersonUntil;

    /// <summary>How many more messages may go until the person writes again; null: no limit, or none that we know of.</summary>
    public int? MessagesLeft { get; init; }

    /// <summary>The person has never written: nobody may begin.</summary>
    public static Window Closed { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    public bool IsOpen(DateTimeOffset now, bool byPerson) => MessagesLeft != 0 && ((byPerson ? PersonUntil : BotUntil) is not { } until || now <= until);

    public bool IsOpenForFiles(DateTimeOffset now) => MessagesLeft != 0 && (FilesUntil is not { } until || now <= until);
}
