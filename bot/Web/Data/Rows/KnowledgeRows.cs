namespace ChatBot.Web.Data.Rows;

/// <summary>An article at run time: the published text, the file it came from, and a newer file that waits for an editor.</summary>
public sealed class ArticleRow
{
    public required string Id { get; init; }

    public required string Area { get; set; }

    /// <summary>The published text, header and all; the truth.</summary>
    public required string Source { get; set; }

    /// <summary>The file as last imported; equal to <see cref="Source"/> while no editor has touched the article.</summary>
    public required string Imported { get; set; }

    /// <summary>A newer file for an article an editor has changed: it waits beside it.</summary>
    public string? Proposed { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>An imported statute text, whole, as the JSON our reader writes.</summary>
public sealed class StatuteRow
{
    public required string Number { get; init; }

    public required string Json { get; set; }

    public DateTimeOffset ImportedAt { get; set; }
}
