using System.Text.RegularExpressions;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Articles;

/// <summary>What came of reading a file: the article when it could be read, and every mistake found.</summary>
public sealed record ArticleReading(Article? Article, IReadOnlyList<Mistake> Mistakes)
{
    /// <summary>The article as far as it could be read, so that the rules which look at other files tell their mistakes too; never shown to a worker.</summary>
    public Article? Draft { get; init; }
}

/// <summary>Reads an article's file.</summary>
public static partial class ArticleReader
{
    private static readonly string[] Keys =
    [
        "tieu-de", "cau-hoi", "can-cu", "hieu-luc-tu", "hieu-luc-den", "tu-khoa", "lien-quan", "nhay-cam", "tinh", "da-kiem-tra", "kiem-tra-truoc",
    ];

    /// <summary>Reads <paramref name="text"/>; never throws for what an editor wrote.</summary>
    /// <param name="file">From the knowledge-base folder on: <c>tien-luong/luong-toi-thieu-vung.md</c>.</param>
    public static ArticleReading Read(string file, string text)
    {
        var mistakes = new List<Mistake>();
        var parts = Parts().Match(text.Replace("\r\n", "\n", StringComparison.Ordinal));
        if (!parts.Success)
        {
            mistakes.Add(new Mistake(file, 1, "cần phần đầu giữa hai dòng '---'"));
            return new ArticleReading(null, mistakes);
        }

        var header = YamlPart.Read(file, parts.Groups["header"].Value, mistakes, linesBefore: 1);
        var body = ArticleBody.Read(file, parts.Groups["body"].Value, parts.Groups["header"].Value.Count(it => it == '\n') + 3, mistakes);
        if (header is null)
            return new ArticleReading(null, mistakes) { Draft = Unheaded(file, body) with { Source = text } };

        var article = Compose(header, body) with { Source = text };
        var readable = mistakes.Count == 0;
        mistakes.AddRange(ArticleRules.Check(article));
        return new ArticleReading(readable ? article : null, [.. mistakes.Distinct().OrderBy(it => it.Line)]) { Draft = article };
    }

    private static Article Unheaded(string file, ArticleBody body) => new()
    {
        Id = Path.GetFileNameWithoutExtension(file),
        Area = Path.GetDirectoryName(file)?.Replace('\\', '/') ?? "",
        Title = "",
        InForceFrom = default,
        Answer = body.Answer,
    };

    private static Article Compose(YamlPart header, ArticleBody body)
    {
        foreach (var key in header.Keys.Except(Keys))
            header.Tell(key, $"không có tên '{key}:', xem lại chính tả (các tên dùng được: {string.Join(", ", Keys)})");

        return new Article
        {
            Id = Path.GetFileNameWithoutExtension(header.File),
            Area = Path.GetDirectoryName(header.File)?.Replace('\\', '/') ?? "",
            Title = Normal(header.Needed("tieu-de")),
            Questions = [.. Questions(header).Select(it => Normal(it.Text))],
            Citations = [.. header.Items("can-cu").Select(it => Cited(header, it)).OfType<Citation>()],
            InForceFrom = header.NeededDay("hieu-luc-tu"),
            InForceUntil = header.Day("hieu-luc-den"),
            Keywords = [.. Normal(header.Text("tu-khoa") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Related = [.. header.Items("lien-quan").Select(it => it.Text)],
            Sensitive = header.Text("nhay-cam"),
            Calculator = header.Text("tinh"),
            Reviewed = header.Day("da-kiem-tra"),
            VerifyBy = header.Day("kiem-tra-truoc"),
            Answer = body.Answer,
            Details = body.Details,
            Steps = body.Steps,
            Example = body.Example,
        };
    }

    private static IReadOnlyList<(string Text, int Line)> Questions(YamlPart header)
    {
        var questions = header.Items("cau-hoi");
        if (questions.Count == 0)
            header.Tell("cau-hoi", "thiếu dòng 'cau-hoi:' với các câu người lao động hỏi");
        return questions;
    }

    private static Citation? Cited(YamlPart header, (string Text, int Line) item)
    {
        var citation = Citation.Parse(Normal(item.Text));
        if (citation is null)
            header.Tell(item.Line, $"căn cứ '{item.Text}' cần dạng 'Điều 35 khoản 1 Bộ luật Lao động 45/2019/QH14'");
        return citation;
    }

    private static string Normal(string text) => Text.Normalize(text);

    [GeneratedRegex(@"\A---\n(?<header>.*?)\n---\n(?<body>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
