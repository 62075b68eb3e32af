namespace ChatBot.Web.Data.Rows;

/// <summary>One line of a conversation's transcript, whoever said it; its id is the order.</summary>
public sealed class SaidRow
{
    public long Id { get; init; }

    public required string ConversationId { get; init; }

    public Author Author { get; init; }

    /// <summary>The staff account's display name, when an advisor wrote it.</summary>
    public string? AuthorName { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The activity as JSON.</summary>
    public required string Activity { get; init; }

    /// <summary>Its text without accents and capitals, for search; null: it has none.</summary>
    public string? Folded { get; init; }

    /// <summary>The reply that carries it out, when it is ours: its state is the state of this line.</summary>
    public long? OutboxId { get; init; }
}
