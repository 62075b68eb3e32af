using System.Globalization;
using ChatBot.Knowledge.Law;

namespace ChatBot.Web.Reading;

/// <summary>One article of a law: its wording, its dates, what changed it, and what of ours rests on it.</summary>
internal static class ProvisionPage
{
    /// <param name="part">What the address says behind the document: <c>35</c>, <c>dieu-35</c>, <c>phu-luc-1</c>.</param>
    public static Page Of(LawDocument document, string part, Library library)
    {
        var statute = library.StatuteOf(document);
        var key = LawPath.Key(part);
        if (statute is not null && AppendixOf(statute, key) is { } appendix)
            return DocumentPage.Appendix(statute, appendix, library);

        var article = key.StartsWith("dieu-", StringComparison.Ordinal) ? part["dieu-".Length..] : part;
        if ((statute?.Find(article) ?? statute?.Provisions.FirstOrDefault(it => LawPath.Key(it.Article) == LawPath.Key(article))) is { } provision)
            return WithText(statute!, provision, library);
        return document.LastArticle is not null && document.Has(article) ? WithoutText(document, article, library) : Missing(document, article);
    }

    private static Page WithText(Statute statute, Provision provision, Library library) => new($"Điều {provision.Article} {LawParts.Called(statute.Document)}", Html.Of($"""
        {LawParts.Trail((LawPath.Root, "Điều luật"), (LawPath.Of(provision.Law), LawParts.Called(statute.Document)))}
        {Html.If(provision.Chapter.Length > 0, () => Html.Of($"""<p class="place">{string.Join(" · ", new[] { provision.Chapter, provision.Section }.Where(it => it.Length > 0))}</p>"""))}
        <h1>Điều {provision.Article}. {provision.Heading}</h1>
        {LawParts.Dates(statute.Document, library)}
        {provision.Updates.Select(it => Html.Of($"""<p class="note"><strong>Lưu ý:</strong> {it}</p>"""))}
        <div class="wording">
        {Wording.Of(provision)}
        </div>
        {Html.If(provision.Notes.Count > 0, () => Html.Of($"""
        <section aria-labelledby="sua-doi"><h2 id="sua-doi">Đã sửa đổi</h2><ul>{provision.Notes.Select(it => Html.Of($"<li>{it}</li>"))}</ul></section>
        """))}
        {LawParts.Notes(statute.Notes)}
        {LawParts.Ours(library.RestingOn(statute.Document, provision.Article), "Bài giải thích điều này", library)}
        {Neighbours(statute, provision)}
        """));

    private static Page WithoutText(LawDocument document, string article, Library library) => new($"Điều {article} {LawParts.Called(document)}", Html.Of($"""
        {LawParts.Trail((LawPath.Root, "Điều luật"), (LawPath.Of(document.Number), LawParts.Called(document)))}
        <h1>Điều {article} {LawParts.Called(document)}</h1>
        {Html.If(document.Title != document.Name, () => Html.Of($"""<p class="lead">{document.Title}</p>"""))}
        {LawParts.Dates(document, library)}
        {LawParts.NoText}
        {LawParts.Ours(library.RestingOn(document, article), "Bài giải thích điều này", library)}
        """));

    private static Page Missing(LawDocument document, string article) => Frame.NotFound(
        document.LastArticle is { } last && int.TryParse(article, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? $"{document.CalledName} có {last} điều, không có Điều {article}."
            : $"{document.CalledName} không có phần “{article}”.",
        Html.Of($"""<p><a href="{LawPath.Of(document.Number)}">Xem mục lục {LawParts.Called(document)}</a></p>"""));

    private static Appendix? AppendixOf(Statute statute, string key)
    {
        if (!key.StartsWith("phu-luc", StringComparison.Ordinal) || statute.Appendices.Count == 0)
            return null;
        var rest = key["phu-luc".Length..].Trim('-');
        return rest.Length == 0
            ? statute.Appendices[0]
            : int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                ? statute.Appendices.ElementAtOrDefault(place - 1)
                : statute.Appendices.FirstOrDefault(it => LawPath.Key(it.Name).Replace(' ', '-') == key);
    }

    private static Html Neighbours(Statute statute, Provision provision)
    {
        var place = statute.Provisions.ToList().FindIndex(it => it.Article == provision.Article);
        return Html.Of($"""
            <nav class="neighbours" aria-label="Điều trước và sau">
            {Link(place - 1, "prev", "← ")}
            {Link(place + 1, "next", "")}
            </nav>
            """);

        Html Link(int at, string rel, string arrow) => Html.If(at >= 0 && at < statute.Provisions.Count, () => Html.Of($"""
            <a rel="{rel}" class="{rel}" href="{LawPath.Of(provision.Law, statute.Provisions[at].Article)}">{arrow}Điều {statute.Provisions[at].Article}. {statute.Provisions[at].Heading}{(rel == "next" ? " →" : "")}</a>
            """));
    }
}
