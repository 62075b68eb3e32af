using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Rates;
using Markdig;
using Markdig.Parsers.Inlines;

namespace ChatBot.Web.Reading;

/// <summary>An article of ours as it holds today, with the numbers of the day filled in.</summary>
internal static class ArticlePage
{
    private static readonly MarkdownPipeline Simple = Pipeline();

    public static Page Of(Article article, Library library)
    {
        var day = article.DayFor(library.Today);
        return new(article.Title, Html.Of($"""
            {LawParts.Trail(("/hoi-dap", "Hỏi đáp"), ($"/hoi-dap#{article.Area}", Areas.Name(article.Area)))}
            <h1>{article.Title}</h1>
            {InForce(article, library.Today)}
            {Html.If(article.Sensitive is not null, () => Html.Of($"""<p class="note grave">Việc này cần người thật giúp bạn: <a href="/">vào trò chuyện và gõ “gặp tư vấn viên”</a>.</p>"""))}
            <div class="answer">{Answer(article, library)}</div>
            {Part("Chi tiết", article.Details)}
            {Part("Cần làm gì", article.Steps)}
            {Part("Ví dụ", article.Example)}
            {Cited(article, library)}
            {Related(article, library)}
            <p><a class="act" href="/">Hỏi tiếp hoặc gặp tư vấn viên</a></p>
            """));

        Html Part(string title, string? text) => Html.If(text is not null, () => Html.Of($"<section><h2>{title}</h2>{Markdown(text!, library.Content.Rates, day)}</section>"));
    }

    /// <summary>Only the short answer.</summary>
    public static Html Answer(Article article, Library library) => Markdown(article.Answer, library.Content.Rates, article.DayFor(library.Today));

    private static Html InForce(Article article, DateOnly today) => article switch
    {
        { InForceUntil: { } until } when until < today => Html.Of($"""<p class="note grave"><strong>Quy định cũ:</strong> áp dụng từ {article.InForceFrom} đến hết {until}.</p>"""),
        { InForceUntil: { } until } => Html.Of($"""<p class="dates">Áp dụng từ {article.InForceFrom} đến hết {until}</p>"""),
        _ when article.InForceFrom > today => Html.Of($"""<p class="note"><strong>Chưa áp dụng:</strong> từ {article.InForceFrom}.</p>"""),
        _ => Html.Of($"""<p class="dates">Áp dụng từ {article.InForceFrom}</p>"""),
    };

    private static Html Cited(Article article, Library library) => Html.If(article.Citations.Count > 0, () => Html.Of($"""
        <section aria-labelledby="can-cu"><h2 id="can-cu">Căn cứ</h2><ul class="links">
        {article.Citations.Select(it => library.Document(it.Law) is null
            ? Html.Of($"<li>{it.ToString()}</li>")
            : Html.Of($"""<li><a href="{LawPath.Of(it)}">{it.ToString()}</a></li>"""))}
        </ul></section>
        """));

    private static Html Related(Article article, Library library)
    {
        var related = article.Related.Select(library.ArticleOf).OfType<Article>().ToList();
        return Html.If(related.Count > 0, () => Html.Of($"""
            <section aria-labelledby="lien-quan"><h2 id="lien-quan">Xem thêm</h2>
            <ul class="links">{related.Select(it => Html.Of($"""<li><a href="/hoi-dap/{it.Id}">{it.Title}</a></li>"""))}</ul></section>
            """));
    }

    private static Html Markdown(string text, RateTable rates, DateOnly day) => new(Markdig.Markdown.ToHtml(Filled(text, rates, day), Simple));

    // A page that lacks one number is still of use; `check` tells the editors.
    private static string Filled(string text, RateTable rates, DateOnly day)
    {
        try
        {
            return rates.Fill(text, day);
        }
        catch (RateMissingException)
        {
            return RateText.Names(text).Distinct().Aggregate(text, (now, name) => rates.Find(name)?.On(day) is null ? now.Replace($"{{{name}}}", "(số đang cập nhật)", StringComparison.Ordinal) : now);
        }
    }

    // Articles hold paragraphs, lists and bold words: markup and links of other kinds stay text.
    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml();
        builder.InlineParsers.TryRemove<LinkInlineParser>();
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        return builder.Build();
    }
}
