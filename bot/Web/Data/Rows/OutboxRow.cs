namespace ChatBot.Web.Data.Rows;

/// <summary>Who wrote a thing that was said.</summary>
public enum Author
{
    Worker,
    Bot,

    /// <summary>An advisor, at our desk.</summary>
    Advisor,

    /// <summary>A person in the Page's own inbox.</summary>
    Page,

    /// <summary>A line of our own for the desk ("đã nhận", "đã kết thúc"); never sent.</summary>
    System,

    /// <summary>What an advisor wrote for colleagues; never sent.</summary>
    Note,
}

/// <summary>Where a reply stands on its way out.</summary>
public enum OutboxState
{
    Waiting,

    /// <summary>Handed to the platform, outcome not known yet; after a crash it waits for its echo.</summary>
    Sending,

    Sent,

    /// <summary>The platform will not take it; <see cref="OutboxRow.Why"/> says so to the staff.</summary>
    Refused,

    /// <summary>Failed three times, or a person's text whose outcome is unknown: an advisor decides.</summary>
    Parked,

    /// <summary>The conversation changed hands before it left: not sent.</summary>
    Dropped,
}

/// <summary>One reply on its way out to its channel.</summary>
public sealed class OutboxRow
{
    public long Id { get; init; }

    public required string ConversationId { get; init; }

    public required string Channel { get; init; }

    public required string Page { get; init; }

    /// <summary>The activity as JSON; empty once the worker has asked for deletion.</summary>
    public required string Activity { get; set; }

    public Author Author { get; init; }

    /// <summary>The bot's word that a person comes: it goes even when that person is there already.</summary>
    public bool HandsOver { get; init; }

    public OutboxState State { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }

    public int Tries { get; set; }

    /// <summary>The outcome of sending is unknown: until then its echo is awaited.</summary>
    public DateTimeOffset? EchoBy { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The platform's id of the sent message.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Why it was refused, parked or postponed, for staff, in Vietnamese.</summary>
    public string? Why { get; set; }
}
