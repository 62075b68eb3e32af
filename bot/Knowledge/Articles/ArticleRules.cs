using System.Text.RegularExpressions;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Articles;

/// <summary>What an article must keep to; one function a rule, each tells all it finds.</summary>
public static partial class ArticleRules
{
    /// <summary>Chosen so that answer, source and buttons fit one message of 640 characters.</summary>
    public const int LongestAnswer = 400;
    public const int LongestTitle = 80;
    public const int FewestQuestions = 8, MostQuestions = 20;

    private static readonly Func<Article, IEnumerable<Mistake>>[] OfOne =
        [NameIsPlain, TitleIsShort, QuestionsAreEnough, NoQuestionTwice, CitesSomething, DaysAreInOrder, AnswerIsThere, AnswerIsPlain, LettersAreComposed, MarkdownIsSimple];

    /// <summary>Rules that look at one article.</summary>
    public static IReadOnlyList<Mistake> Check(Article article) => [.. OfOne.SelectMany(rule => rule(article))];

    /// <summary>Rules that look at all articles together.</summary>
    public static IReadOnlyList<Mistake> CheckAll(IReadOnlyList<Article> articles) =>
        [.. NameIsTaken(articles), .. RelatedExists(articles), .. QuestionIsTaken(articles)];

    /// <summary>Tells of articles whose facts should have been looked at again before <paramref name="today"/>.</summary>
    public static IEnumerable<Mistake> StillVerified(Article article, DateOnly today)
    {
        if (article.VerifyBy is { } by && by < today)
            yield return At(article, "kiem-tra-truoc", $"đã qua ngày {by:d/M/yyyy}: kiểm tra lại nội dung rồi ghi ngày mới");
    }

    public static IEnumerable<Mistake> NameIsPlain(Article article)
    {
        if (!PlainName().IsMatch(article.Id))
            yield return new Mistake(article.File, 0, "tên tệp chỉ gồm chữ thường không dấu, số và gạch nối");
    }

    public static IEnumerable<Mistake> TitleIsShort(Article article)
    {
        if (article.Title.Length > LongestTitle)
            yield return At(article, "tieu-de", $"tiêu đề dài {article.Title.Length} ký tự, nhiều nhất {LongestTitle}");
    }

    public static IEnumerable<Mistake> QuestionsAreEnough(Article article)
    {
        if (article.Questions.Count is > 0 and (< FewestQuestions or > MostQuestions))
            yield return At(article, "cau-hoi", $"có {article.Questions.Count} câu hỏi, cần từ {FewestQuestions} đến {MostQuestions}");
    }

    public static IEnumerable<Mistake> NoQuestionTwice(Article article) => article.Questions
        .GroupBy(Key).Where(it => it.Count() > 1)
        .Select(it => At(article, it.Last(), $"câu hỏi '{it.Last()}' đứng hai lần"));

    public static IEnumerable<Mistake> CitesSomething(Article article)
    {
        if (article.Citations.Count == 0 && article.Sensitive is null && article.Area != "lien-he")
            yield return At(article, "can-cu", "thiếu dòng 'can-cu:' với ít nhất một căn cứ");
    }

    public static IEnumerable<Mistake> DaysAreInOrder(Article article)
    {
        if (article.InForceUntil < article.InForceFrom)
            yield return At(article, "hieu-luc-den", "'hieu-luc-den' đứng trước 'hieu-luc-tu'");
    }

    public static IEnumerable<Mistake> AnswerIsThere(Article article)
    {
        if (article.Answer.Length == 0)
            yield return new Mistake(article.File, 0, "thiếu câu trả lời ngắn ngay sau phần đầu");
        if (article.Answer.Length > LongestAnswer)
            yield return At(article, FirstLine(article.Answer), $"câu trả lời dài {article.Answer.Length} ký tự, nhiều nhất {LongestAnswer}");
    }

    public static IEnumerable<Mistake> AnswerIsPlain(Article article)
    {
        if (Text.Fold(article.Answer).StartsWith("theo quy dinh", StringComparison.Ordinal))
            yield return At(article, FirstLine(article.Answer), "đừng mở đầu bằng 'Theo quy định': trả lời ngay");
    }

    public static IEnumerable<Mistake> LettersAreComposed(Article article)
    {
        foreach (var (number, line) in article.Source.Split('\n').Index().Where(it => !it.Item.IsNormalized()))
            yield return new Mistake(article.File, number + 1, "chữ có dấu ở dạng tách rời (NFD): lưu lại ở dạng dựng sẵn (NFC)");
    }

    public static IEnumerable<Mistake> MarkdownIsSimple(Article article) => article.Source.Split('\n').Index()
        .SkipWhile(it => it.Index == 0 || it.Item != "---")
        .Where(it => Fancy().IsMatch(it.Item))
        .Select(it => new Mistake(article.File, it.Index + 1, "không dùng bảng, liên kết, hình hay HTML trong bài"));

    private static IEnumerable<Mistake> NameIsTaken(IReadOnlyList<Article> articles) => articles
        .GroupBy(it => it.Id).SelectMany(same => same.Skip(1)
            .Select(it => new Mistake(it.File, 0, $"tên '{it.Id}' đã có ở {same.First().File}")));

    private static IEnumerable<Mistake> RelatedExists(IReadOnlyList<Article> articles)
    {
        var ids = articles.Select(it => it.Id).ToHashSet();
        return articles.SelectMany(article => article.Related.Where(it => !ids.Contains(it))
            .Select(it => At(article, it, $"bài liên quan '{it}' không có")));
    }

    private static IEnumerable<Mistake> QuestionIsTaken(IReadOnlyList<Article> articles) => articles
        .SelectMany(article => article.Questions.DistinctBy(Key).Select(question => (article, question)))
        .GroupBy(it => Key(it.question)).SelectMany(same => same.Skip(1)
            .Select(it => At(it.article, it.question, $"câu hỏi '{it.question}' đã có ở {same.First().article.File}")));

    // The first line of the source that holds the text: a key of the header, a question, the answer.
    private static Mistake At(Article article, string text, string message)
    {
        var lines = article.Source.Split('\n');
        return new Mistake(article.File, Array.FindIndex(lines, it => it.Contains(text, StringComparison.Ordinal)) + 1, message);
    }

    private static string Key(string question) => string.Join(' ', Syllable.Of(question));

    private static string FirstLine(string text) => text.Split('\n')[0];

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"\]\(|<[a-zA-Z/!]|^\s*\|.*\|\s*$|https?://")]
    private static partial Regex Fancy();
}
