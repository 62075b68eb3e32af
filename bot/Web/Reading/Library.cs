using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Web.Reading;

/// <summary>Finds what the pages show: documents by any spelling of their number, and what of ours rests on them.</summary>
internal sealed class Library(KnowledgeContent content, DateOnly today)
{
    public DateOnly Today => today;

    public KnowledgeContent Content => content;

    /// <summary>Those of the catalogue in its order, then what was imported without standing in it.</summary>
    public IReadOnlyList<LawDocument> Documents { get; } =
        [.. content.Catalogue.Documents.Concat(content.Statutes.Select(it => it.Document)).DistinctBy(it => it.Number)];

    public Statute? StatuteOf(LawDocument document) => content.Statutes.FirstOrDefault(it => it.Document.Number == document.Number);

    /// <summary>The document a path names, and what of it: <c>45/2019/QH14/35</c> or <c>45-2019-QH14/35</c>.</summary>
    public (LawDocument Document, string? Part)? Find(string path)
    {
        var plain = path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Trim('/');
        if (Document(plain) is { } whole)
            return (whole, null);
        var last = plain.LastIndexOf('/');
        return last > 0 && Document(plain[..last]) is { } document ? (document, plain[(last + 1)..]) : null;
    }

    public LawDocument? Document(string number) => Documents.FirstOrDefault(it => LawPath.Key(it.Number) == LawPath.Key(number));

    /// <summary>Our articles that cite this document or this article of it, those in force first.</summary>
    public IReadOnlyList<(Article Article, Citation Citation)> RestingOn(LawDocument document, string? article = null) =>
    [
        .. content.Articles
            .Select(it => (Article: it, Citation: it.Citations.FirstOrDefault(cited => cited.Law == document.Number && (article is null || cited.Article == article))))
            .Where(it => it.Citation is not null).Select(it => (it.Article, it.Citation!))
            .OrderBy(it => it.Article.InForceOn(today) ? 0 : 1).ThenBy(it => Text.Fold(it.Article.Title), StringComparer.Ordinal),
    ];

    public Article? ArticleOf(string id) => content.Articles.FirstOrDefault(it => string.Equals(it.Id, id, StringComparison.OrdinalIgnoreCase));
}
