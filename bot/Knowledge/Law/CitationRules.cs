using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Law;

/// <summary>What an article's citations must keep to; one function a rule.</summary>
public static class CitationRules
{
    private static readonly Func<Citation, LawDocument, string?>[] Rules = [NameIsTheCatalogues, ArticleExists, ArticleIsNamed];

    /// <param name="today">Current articles may rest only on what holds on this day.</param>
    public static IReadOnlyList<Mistake> Check(Article article, LawCatalogue catalogue, DateOnly today) =>
        [.. article.Citations.SelectMany(it => OfCitation(article, it, catalogue, today))];

    /// <summary>A document of that number must be called by its name.</summary>
    public static string? NameIsTheCatalogues(Citation citation, LawDocument document) => citation.Name == document.Name
        ? null
        : $"căn cứ '{citation}': văn bản {document.Number} tên là '{document.Name}'";

    public static string? ArticleExists(Citation citation, LawDocument document) =>
        citation.Article is null || document.LastArticle is null || document.Has(citation.Article)
            ? null
            : $"căn cứ '{citation}': {document.Name} {document.Number} không có Điều {citation.Article}";

    public static string? ArticleIsNamed(Citation citation, LawDocument document) => citation.Article is not null || document.LastArticle is null
        ? null
        : $"căn cứ '{citation}' cần nêu số điều";

    private static IEnumerable<Mistake> OfCitation(Article article, Citation citation, LawCatalogue catalogue, DateOnly today)
    {
        var line = LineOf(article, citation);
        if (catalogue.Find(citation.Law) is not { } document)
            return [new Mistake(article.File, line, $"căn cứ '{citation}': văn bản {citation.Law} không có trong _law/van-ban.yaml")];

        var told = Rules.Select(rule => rule(citation, document));
        return told.Append(HoldsWithArticle(article, citation, document, today))
            .OfType<string>().Select(it => new Mistake(article.File, line, it));
    }

    // As it was read, whatever spaces and letters the file has; else where the citations begin.
    internal static int LineOf(Article article, Citation citation)
    {
        var lines = article.Source.Split('\n');
        var own = Array.FindIndex(lines, it => Text.Normalize(it).TrimStart('-', ' ').Trim('"', '\'') == citation.ToString());
        return (own >= 0 ? own : Array.FindIndex(lines, it => it.StartsWith("can-cu:", StringComparison.Ordinal))) + 1;
    }

    private static string? HoldsWithArticle(Article article, Citation citation, LawDocument document, DateOnly today)
    {
        // An article without an end claims to hold today and from then on.
        return document.InForceUntil is not { } until || !OutlivesDocument(article, until, today)
            ? null
            : $"căn cứ '{citation}': văn bản hết hiệu lực từ {until.AddDays(1):d/M/yyyy}{(document.ReplacedBy is { } by ? $", thay bằng {by}" : "")}";
    }

    /// <summary>True when the article still claims to hold after that day.</summary>
    internal static bool OutlivesDocument(Article article, DateOnly until, DateOnly day) => until < (article.InForceUntil ?? day);
}
