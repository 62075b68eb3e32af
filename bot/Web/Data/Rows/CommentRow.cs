namespace ChatBot.Web.Data.Rows;

/// <summary>A comment under a post of a Page; whoever asks for help there is invited once to write in private.</summary>
public sealed class CommentRow
{
    public long Id { get; init; }

    public required string Channel { get; init; }

    public required string Page { get; init; }

    /// <summary>The platform's id: a comment that is brought again is the same one.</summary>
    public required string CommentId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Kept until it is decided whether it asks for help, then forgotten.</summary>
    public string? Text { get; set; }

    /// <summary>When to invite; moved on by whoever does, so that only one machine does. Null: settled.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Tries { get; set; }

    /// <summary>Why the invitation could not go, for people to read.</summary>
    public string? Trouble { get; set; }
}
