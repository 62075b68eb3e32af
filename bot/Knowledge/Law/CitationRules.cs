using ChatBot.Knowledge.Articles;

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
        var line = Array.FindIndex(article.Source.Split('\n'), it => it.Contains(citation.ToString(), StringComparison.Ordinal)) + 1;
        if (catalogue.Find(citation.Law) is not { } document)
            return [new Mistake(article.File, line, $"căn cứ '{citation}': văn bản {citation.Law} không có trong _law/van-ban.yaml")];

        var told = Rules.Select(rule => rule(citation, document));
        return told.Append(HoldsWithArticle(article, citation, document, today))
            .OfType<string>().Select(it => new Mistake(article.File, line, it));
    }

    private static string? HoldsWithArticle(Article article, Citation citation, LawDocument document, DateOnly today)
    {
        var day = article.InForceUntil ?? today;
        return document.InForceUntil is not { } until || until >= day
            ? null
            : $"căn cứ '{citation}': văn bản hết hiệu lực từ {until.AddDays(1):d/M/yyyy}{(document.ReplacedBy is { } by ? $", thay bằng {by}" : "")}";
    }
}
