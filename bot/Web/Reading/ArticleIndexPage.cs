using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Web.Reading;

/// <summary>All articles by area, and what answers a question.</summary>
internal static class ArticleIndexPage
{
    public const int LongestQuestion = 300;

    public static Page All(Library library)
    {
        var areas = library.Content.Articles.Where(it => it.InForceOn(library.Today)).GroupBy(it => it.Area).OrderBy(it => Areas.Place(it.Key)).ThenBy(it => it.Key, StringComparer.Ordinal);
        return new("Hỏi đáp", Html.Of($"""
            <h1>Hỏi đáp</h1>
            {Frame.SearchBox("")}
            {areas.Select(Area)}
            """));
    }

    public static Page Found(string asked, Answering answering, Library library)
    {
        var question = asked.Length > LongestQuestion ? asked[..LongestQuestion] : asked;
        return new($"Tìm: {question}", Html.Of($"""
            <h1>Hỏi đáp</h1>
            {Frame.SearchBox(question)}
            {(NamedPlace.Missed(library.Content, question, library.Today) is { } missed ? Missed(missed) : Results(answering.Ask(new Question(question, library.Today)), library))}
            <p>Chưa đúng ý? Bạn thử câu ngắn hơn, xem <a href="/hoi-dap">tất cả câu hỏi</a>, hoặc <a href="/">gặp tư vấn viên</a>.</p>
            """));
    }

    private static Html Results(Outcome outcome, Library library) => outcome switch
    {
        Outcome.Answer { Best.Entry: Entry.Ours { Article: var article } } it => Html.Of($"{Best(article, library)}{List("Gần câu này", it.Others)}"),
        Outcome.Answer it => List("Nguyên văn luật", [it.Best]),
        Outcome.Choices it => List("Có thể là một trong những câu này", it.Offered),
        Outcome.Person { Article: { } article } => Html.Of($"""<h2>Việc này nên gặp tư vấn viên</h2><ul class="links">{Link(article)}</ul>"""),
        Outcome.Person => Html.Of($"<h2>Việc này nên gặp tư vấn viên</h2>"),
        Outcome.NoMatch { OutOfScope: not null } => Html.Of($"<h2>Câu này ngoài phạm vi lao động, tiền lương, bảo hiểm và công đoàn</h2>"),
        Outcome.NoMatch { Nearest.Count: > 0 } it => List("Chưa có câu trả lời đúng; gần nhất là", it.Nearest),
        _ => Html.Of($"<h2>Chưa tìm thấy câu trả lời</h2>"),
    };

    private static Html Best(Article article, Library library) => Html.Of($"""
        <section aria-labelledby="tra-loi"><h2 id="tra-loi"><a href="/hoi-dap/{article.Id}">{article.Title}</a></h2>
        <div class="answer">{ArticlePage.Answer(article, library)}</div></section>
        """);

    private static Html List(string title, IReadOnlyList<Ranked> entries) =>
        Html.If(entries.Count > 0, () => Html.Of($"""<section><h2>{title}</h2><ul class="links">{entries.Select(it => Link(it.Entry))}</ul></section>"""));

    private static Html Missed(MissedPlace missed)
    {
        var (words, open) = missed switch
        {
            MissedPlace.NoArticle { Article: var article } => ($"{missed.Document.CalledName} có {missed.Document.LastArticle} điều, không có Điều {article}", missed.Document),
            MissedPlace.Replaced { By: { } by } => ($"{missed.Document.CalledName} đã hết hiệu lực, được thay bằng {by.CalledName}", by),
            MissedPlace.Replaced => ($"{missed.Document.CalledName} đã hết hiệu lực", missed.Document),
            MissedPlace.Older { Year: var year } => ($"Trang này không có bản năm {year}, chỉ có {LawParts.Called(missed.Document)}", missed.Document),
            _ => ($"{missed.Document.CalledName} chưa có hiệu lực", missed.Document),
        };
        return Html.Of($"""<h2>{words}</h2><ul class="links"><li><a href="{LawPath.Of(open.Number)}">Xem {LawParts.Called(open)}</a></li></ul>""");
    }

    private static Html Link(Entry entry) => entry switch
    {
        Entry.Ours { Article: var it } => Link(it),
        _ => Html.Of($"""<li><a href="{LawPath.Of(entry.Citations[0])}">{entry.Title}</a></li>"""),
    };

    private static Html Link(Article article) => Html.Of($"""<li><a href="/hoi-dap/{article.Id}">{article.Title}</a></li>""");

    private static Html Area(IGrouping<string, Article> area) => Html.Of($"""
        <details class="area" id="{area.Key}"><summary><h2>{Areas.Name(area.Key)}</h2> <span class="fine">{area.Count()} câu</span></summary>
        <ul class="links">{area.OrderBy(it => Text.Fold(it.Title), StringComparer.Ordinal).Select(Link)}</ul></details>
        """);
}
