using System.Globalization;
using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Law;

/// <summary>A document that has ended or soon will, and the articles of ours that go on citing it.</summary>
/// <param name="IsOver">False while it still holds: a warning ahead, and no mistake.</param>
public sealed record LawEnding(LawDocument Document, bool IsOver, IReadOnlyList<Article> Articles)
{
    /// <summary>One line for editors: what ends, what takes its place, how many articles must be revised and which.</summary>
    public override string ToString()
    {
        var end = Document.InForceUntil!.Value.AddDays(1).ToString("d/M/yyyy", CultureInfo.InvariantCulture);
        var by = Document.ReplacedBy is { } number ? $", thay bằng {number}" : "";
        var name = $"{Document.Name} {Document.Number}";
        var count = Articles.Count == 0 ? "không bài nào phải sửa" : $"{Articles.Count} bài {(IsOver ? "phải sửa" : "cần sửa trước ngày đó")}";
        return $"{(IsOver ? $"Đã hết hiệu lực: {name} từ {end}" : $"Sắp hết hiệu lực: {name} từ {end}")}{by}: {count}{(IsOver || Articles.Count == 0 ? "" : $" ({string.Join(", ", Articles.Select(it => it.File))})")}.";
    }
}

/// <summary>Looks through the catalogue for documents that have ended or soon will.</summary>
public static class LawEndings
{
    /// <summary>How long ahead editors are told.</summary>
    public const int DaysAhead = 60;

    /// <summary>Every document that is over on this day, then those that end within <see cref="DaysAhead"/> days.</summary>
    public static IReadOnlyList<LawEnding> Of(IReadOnlyList<Article> articles, LawCatalogue catalogue, DateOnly today)
    {
        var ending = catalogue.Documents.Where(it => it.InForceUntil <= today.AddDays(DaysAhead)).OrderBy(it => it.InForceUntil);
        return [.. ending.Select(it => new LawEnding(it, it.InForceUntil < today, Citing(articles, it, today)))];
    }

    private static List<Article> Citing(IReadOnlyList<Article> articles, LawDocument document, DateOnly today)
    {
        // What ends tomorrow is not outlived today: then the first day after counts.
        var until = document.InForceUntil!.Value;
        var day = until < today ? today : until.AddDays(1);
        return [.. articles.Where(it => it.Citations.Any(cited => cited.Law == document.Number) && CitationRules.OutlivesDocument(it, until, day)).OrderBy(it => it.File, StringComparer.Ordinal)];
    }
}
