namespace ChatBot.Web.Data.Rows;

/// <summary>An answer kept ready, called up with `/` and its shortcut.</summary>
public sealed class CannedReplyRow
{
    public long Id { get; init; }

    public required string Shortcut { get; set; }

    public required string Title { get; set; }

    /// <summary>May have blanks in braces: `{ten}`.</summary>
    public required string Text { get; set; }

    /// <summary>The staff account whose own it is; null: shared by all.</summary>
    public string? Owner { get; init; }
}

/// <summary>A file of a conversation, kept as it came and never opened by us.</summary>
public sealed class AttachmentRow
{
    public long Id { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The line of the transcript it belongs to; null: not sent yet.</summary>
    public long? SaidId { get; set; }

    /// <summary>Which of that line's attachments it is.</summary>
    public int Place { get; init; }

    /// <summary>As its sender called it, for people to read; never a path.</summary>
    public required string Name { get; init; }

    /// <summary>What its first bytes show it to be, whatever its name says.</summary>
    public required string MediaType { get; init; }

    public long Size { get; init; }

    public required string Sha256 { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Whether a worker or an advisor brought it.</summary>
    public Author Author { get; init; }

    /// <summary>The staff account that brought it; null: the worker.</summary>
    public string? Staff { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A file of a worker that its platform holds, until it is fetched or given up.</summary>
public sealed class FetchRow
{
    public long Id { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The line of the transcript it belongs to.</summary>
    public long SaidId { get; init; }

    /// <summary>Which of that line's attachments it is.</summary>
    public int Place { get; init; }

    public string? Name { get; init; }

    public required string Url { get; init; }

    /// <summary>When it is tried next; moved on by whoever tries, so that only one machine does.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Tries { get; set; }
}

/// <summary>Who has a conversation open before them, for a few seconds at a time.</summary>
public sealed class PresenceRow
{
    public required string Staff { get; init; }

    public required string ConversationId { get; init; }

    public DateTimeOffset ReadingUntil { get; set; }

    /// <summary>Null: does not write.</summary>
    public DateTimeOffset? TypingUntil { get; set; }
}

/// <summary>What an advisor is reminded of.</summary>
public enum ReminderKind
{
    /// <summary>Nobody has answered yet.</summary>
    FirstAnswer,

    /// <summary>The case should be ended.</summary>
    End,

    /// <summary>A referral is to be followed up.</summary>
    FollowUp,
}

/// <summary>A word to an advisor about a case, said again until it is acknowledged.</summary>
public sealed class ReminderRow
{
    public long Id { get; init; }

    public required string Staff { get; init; }

    public long CaseId { get; init; }

    public ReminderKind Kind { get; init; }

    /// <summary>When it is said next; moved on by whoever says it, so that only one machine does.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int SentCount { get; set; }

    /// <summary>Why it could not be carried last, in Vietnamese, for heads to read; null: it could.</summary>
    public string? Trouble { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }
}
