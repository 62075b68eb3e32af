using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;

namespace ChatBot.Web.Reading;

/// <summary>Pieces that all pages of the law share.</summary>
internal static class LawParts
{
    /// <summary>Since when it holds, until when, and what took its place.</summary>
    public static Html Dates(LawDocument document, Library library) => document switch
    {
        { InForceUntil: { } until } when until < library.Today => Html.Of($"""
            <p class="note grave"><strong>Đã hết hiệu lực</strong> từ {until.AddDays(1)} (áp dụng từ {document.InForceFrom} đến hết {until}). {Successor(document, library, "Thay bằng")}</p>
            """),
        { InForceUntil: { } until } => Html.Of($"""
            <p class="note"><strong>Sắp hết hiệu lực:</strong> áp dụng từ {document.InForceFrom} đến hết {until}. {Successor(document, library, "Sau đó thay bằng")}</p>
            """),
        _ when document.InForceFrom > library.Today => Html.Of($"""<p class="note"><strong>Chưa có hiệu lực:</strong> áp dụng từ {document.InForceFrom}.</p>"""),
        _ => Html.Of($"""<p class="dates">Áp dụng từ {document.InForceFrom}</p>"""),
    };

    /// <summary>What must be known of the whole document before reading a part of it.</summary>
    public static Html Notes(IReadOnlyList<string> notes) => Html.If(notes.Count > 0, () => Html.Of($"""
        <details class="about"><summary>Về bản này</summary><ul>{notes.Select(it => Html.Of($"<li>{it}</li>"))}</ul></details>
        """));

    /// <summary>Says that only the number and the dates are known.</summary>
    public static Html NoText { get; } = Html.Of($"""<p class="note">Trang này chưa có nguyên văn; bạn xem văn bản trên Công báo hoặc cổng thông tin pháp luật của Nhà nước.</p>""");

    public static Html Ours(IReadOnlyList<(Article Article, Citation Citation)> articles, string title, Library library) => Html.If(articles.Count > 0, () => Html.Of($"""
        <section aria-labelledby="bai"><h2 id="bai">{title}</h2>
        <ul class="links">{articles.Select(it => Html.Of($"""
        <li><a href="/hoi-dap/{it.Article.Id}">{it.Article.Title}</a>{Html.If(!it.Article.InForceOn(library.Today), () => Html.Of($""" <span class="fine">(không áp dụng hôm nay)</span>"""))}</li>
        """))}</ul></section>
        """));

    /// <summary>Where a page stands: the steps down to it.</summary>
    public static Html Trail(params (string Path, string Name)[] steps) => Html.Of($"""
        <nav class="trail" aria-label="Vị trí"><ol>{steps.Select(it => Html.Of($"""<li><a href="{it.Path}">{it.Name}</a></li>"""))}</ol></nav>
        """);

    /// <summary><c>Bộ luật Lao động 45/2019/QH14</c></summary>
    public static string Called(LawDocument document) => $"{document.Name} {document.Number}";

    private static Html Successor(LawDocument document, Library library, string words) => document.ReplacedBy switch
    {
        null => Html.None,
        var by when library.Document(by) is { } known => Html.Of($"""{words} <a href="{LawPath.Of(known.Number)}">{Called(known)}</a>, áp dụng từ {known.InForceFrom}."""),
        var by => Html.Of($"{words} {by}."),
    };
}
