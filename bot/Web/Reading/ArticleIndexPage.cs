using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;

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
        var (words, entries) = Outcome(question, answering, library);
        return new($"Tìm: {question}", Html.Of($"""
            <h1>Hỏi đáp</h1>
            {Frame.SearchBox(question)}
            <section aria-labelledby="ket-qua"><h2 id="ket-qua">{words}</h2>
            <ul class="links">{entries.Select(Link)}</ul></section>
            <p>Chưa đúng ý? Bạn thử câu ngắn hơn, xem <a href="/hoi-dap">tất cả câu hỏi</a>, hoặc <a href="/">gặp tư vấn viên</a>.</p>
            """));
    }

    private static (string Words, IReadOnlyList<Entry> Entries) Outcome(string question, Answering answering, Library library)
    {
        if (NamedPlace.Missed(library.Content, question, library.Today) is { } missed)
            return ($"Không có điều này trong luật hiện hành. Xem {LawParts.Called(missed.Document)}", []);
        return answering.Ask(new Question(question, library.Today)) switch
        {
            Knowledge.Search.Outcome.Answer it => ("Câu trả lời", [it.Best.Entry, .. it.Others.Select(other => other.Entry)]),
            Knowledge.Search.Outcome.Choices it => ("Có thể là một trong những câu này", Entries(it.Offered)),
            Knowledge.Search.Outcome.Person { Article: { } article } => ("Việc này nên gặp tư vấn viên", [new Entry.Ours(article)]),
            Knowledge.Search.Outcome.Person => ("Việc này nên gặp tư vấn viên", []),
            Knowledge.Search.Outcome.NoMatch { OutOfScope: not null } => ("Câu này ngoài phạm vi lao động, tiền lương, bảo hiểm và công đoàn", []),
            Knowledge.Search.Outcome.NoMatch { Nearest.Count: > 0 } it => ("Chưa có câu trả lời đúng; gần nhất là", Entries(it.Nearest)),
            _ => ("Chưa tìm thấy câu trả lời", []),
        };
    }

    private static IReadOnlyList<Entry> Entries(IReadOnlyList<Ranked> ranked) => [.. ranked.Select(it => it.Entry)];

    private static Html Link(Entry entry) => entry switch
    {
        Entry.Ours { Article: var it } => Link(it),
        _ => Html.Of($"""<li><a href="{LawPath.Of(entry.Citations[0])}">{entry.Title}</a></li>"""),
    };

    private static Html Link(Article article) => Html.Of($"""<li><a href="/hoi-dap/{article.Id}">{article.Title}</a></li>""");

    private static Html Area(IGrouping<string, Article> area) => Html.Of($"""
        <details class="area" id="{area.Key}"><summary><h2>{Areas.Name(area.Key)}</h2> <span class="fine">{area.Count()} câu</span></summary>
        <ul class="links">{area.OrderBy(it => it.Title, StringComparer.Ordinal).Select(Link)}</ul></details>
        """);
}
