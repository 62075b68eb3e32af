namespace ChatBot.Web.Data.Rows;

/// <summary>A question that nothing in the knowledge base fits, for the editors.</summary>
public sealed class UnansweredRow
{
    public long Id { get; init; }

    public required string ConversationId { get; init; }

    public required string Question { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A worker's 👍 or 👎 for an article.</summary>
public sealed class FeedbackRow
{
    public long Id { get; init; }

    public required string ConversationId { get; init; }

    public required string Article { get; init; }

    public bool Helpful { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset At { get; init; }
}
