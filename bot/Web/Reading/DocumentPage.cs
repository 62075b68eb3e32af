using ChatBot.Knowledge.Law;

namespace ChatBot.Web.Reading;

/// <summary>The list of documents, and one document: its table of contents, appendices and notes.</summary>
internal static class DocumentPage
{
    public static Page All(Library library)
    {
        var current = library.Documents.Where(it => !IsOver(it, library)).ToList();
        var over = library.Documents.Where(it => IsOver(it, library)).ToList();
        return new("Điều luật", Html.Of($"""
            <h1>Điều luật</h1>
            <p class="lead">Những văn bản mà các câu trả lời dựa vào. Chọn một văn bản để xem mục lục và lời văn từng điều.</p>
            <ul class="cards">{current.Select(it => Card(it, library))}</ul>
            {Html.If(over.Count > 0, () => Html.Of($"""<h2>Đã hết hiệu lực</h2><ul class="cards">{over.Select(it => Card(it, library))}</ul>"""))}
            """));
    }

    public static Page Of(LawDocument document, Library library)
    {
        var statute = library.StatuteOf(document);
        return new(LawParts.Called(document), Html.Of($"""
            {LawParts.Trail((LawPath.Root, "Điều luật"))}
            <h1>{LawParts.Called(document)}</h1>
            {Html.If(document.Title != document.Name, () => Html.Of($"""<p class="lead">{document.Title}</p>"""))}
            {LawParts.Dates(document, library)}
            {(statute is null ? LawParts.NoText : Html.Of($"""{LawParts.Notes(statute.Notes)}{Contents(statute)}{Annexed(statute)}"""))}
            {LawParts.Ours(library.RestingOn(document), "Bài của chúng tôi dựa vào văn bản này", library)}
            """));
    }

    public static Page Appendix(Statute statute, Appendix appendix, Library library) => new($"{appendix.Name} {LawParts.Called(statute.Document)}", Html.Of($"""
        {LawParts.Trail((LawPath.Root, "Điều luật"), (LawPath.Of(statute.Document.Number), LawParts.Called(statute.Document)))}
        <h1>{appendix.Name}</h1>
        <p class="lead">{appendix.Title}</p>
        {LawParts.Dates(statute.Document, library)}
        {LawParts.Notes(statute.Notes)}
        <div class="wording">{Wording.Lines(appendix.Text)}</div>
        """));

    /// <summary>The last part of an appendix's path: <c>phu-luc-1</c>.</summary>
    public static string AppendixPath(Statute statute, int place) => $"{LawPath.Of(statute.Document.Number)}/phu-luc-{place + 1}";

    private static bool IsOver(LawDocument document, Library library) => document.InForceUntil < library.Today;

    private static Html Card(LawDocument document, Library library) => Html.Of($"""
        <li><a href="{LawPath.Of(document.Number)}"><b>{LawParts.Called(document)}</b></a>
        {Html.If(document.Title != document.Name, () => Html.Of($"<p>{document.Title}</p>"))}
        <p class="fine">Từ {document.InForceFrom}{Html.If(document.InForceUntil is not null, () => Html.Of($" đến hết {document.InForceUntil!.Value}"))} · {Length(document, library)}</p></li>
        """);

    private static string Length(LawDocument document, Library library) => (library.StatuteOf(document), document.LastArticle) switch
    {
        ({ } statute, _) => $"{statute.Provisions.Count} điều, có nguyên văn",
        (null, { } last) => $"{last} điều, chưa có nguyên văn",
        _ => "chưa có nguyên văn",
    };

    private static Html Contents(Statute statute)
    {
        var chapters = Runs(statute.Provisions, it => it.Chapter);
        return Html.Of($"""<section aria-labelledby="muc-luc"><h2 id="muc-luc">Mục lục</h2>{chapters.Select(Chapter)}</section>""");
    }

    private static Html Chapter((string Name, List<Provision> Articles) chapter) => Html.Of($"""
        {Html.If(chapter.Name.Length > 0, () => Html.Of($"<h3>{chapter.Name}</h3>"))}
        {Runs(chapter.Articles, it => it.Section).Select(section => Html.Of($"""
        {Html.If(section.Name.Length > 0, () => Html.Of($"<h4>{section.Name}</h4>"))}
        <ul class="contents">{section.Articles.Select(it => Html.Of($"""<li><a href="{LawPath.Of(it.Law, it.Article)}"><b>Điều {it.Article}.</b> {it.Heading}</a></li>"""))}</ul>
        """))}
        """);

    private static Html Annexed(Statute statute) => Html.If(statute.Appendices.Count > 0, () => Html.Of($"""
        <h3>Phụ lục</h3>
        <ul class="contents">{statute.Appendices.Index().Select(it => Html.Of($"""<li><a href="{AppendixPath(statute, it.Index)}"><b>{it.Item.Name}</b> {it.Item.Title}</a></li>"""))}</ul>
        """));

    private static List<(string Name, List<Provision> Articles)> Runs(IEnumerable<Provision> articles, Func<Provision, string> name)
    {
        var runs = new List<(string Name, List<Provision> Articles)>();
        foreach (var article in articles)
        {
            if (runs.Count == 0 || runs[^1].Name != name(article))
                runs.Add((name(article), []));
            runs[^1].Articles.Add(article);
        }

        return runs;
    }
}
