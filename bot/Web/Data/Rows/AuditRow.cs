namespace ChatBot.Web.Data.Rows;

/// <summary>One deed of the staff. Its seal covers itself and the row before, so that a change is seen.</summary>
public sealed class AuditRow
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The staff account's id; null: the program itself.</summary>
    public string? Who { get; init; }

    /// <summary>One word: `opened`, `took`, `ended`.</summary>
    public required string What { get; init; }

    public string? ConversationId { get; init; }

    /// <summary>What it was done with: a result, a colleague's id. Never a worker's words.</summary>
    public string? Detail { get; init; }

    /// <summary>SHA-256 over the seal before and everything above but the id.</summary>
    public required string Seal { get; init; }
}

/// <summary>The last seal, one row: whoever appends holds it, so that the chain has one end; a row cut off the end is missed.</summary>
public sealed class AuditEndRow
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public string Seal { get; set; } = "";
}
