namespace ChatBot.Web.Data.Rows;

/// <summary>A page on which nothing goes out at the moment, because its access was refused; shown to the staff.</summary>
public sealed class PageRow
{
    public required string Channel { get; init; }

    public required string Page { get; init; }

    /// <summary>When one message is tried again.</summary>
    public DateTimeOffset PausedUntil { get; set; }

    /// <summary>What the head of staff has to do, in Vietnamese.</summary>
    public required string Why { get; set; }
}
