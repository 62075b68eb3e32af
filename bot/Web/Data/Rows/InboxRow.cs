namespace ChatBot.Web.Data.Rows;

/// <summary>A message as it came in, kept before the platform hears "200"; unique by channel, page and the platform's id.</summary>
public sealed class InboxRow
{
    public long Id { get; init; }

    public required string Channel { get; init; }

    public required string Page { get; init; }

    /// <summary>The platform's id of the event; a repeated delivery has the same.</summary>
    public required string ExternalId { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The activity as JSON; empty once the worker has asked for deletion.</summary>
    public required string Activity { get; set; }

    /// <summary>When it was said, by the platform's clock: what waits is read in this order.</summary>
    public DateTimeOffset SaidAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>A short plain text: it may be one piece of a question sent in a burst.</summary>
    public bool IsPiece { get; init; }

    /// <summary>When its turn was over; null: still to be answered.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>How often a turn on it failed; at three it is parked.</summary>
    public int Tries { get; set; }

    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>The kind of the last failure, never the person's words.</summary>
    public string? Failure { get; set; }
}
