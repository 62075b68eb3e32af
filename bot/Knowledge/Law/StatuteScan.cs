using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Law;

/// <summary>An article as its paragraphs stand in an official text.</summary>
/// <param name="Line">Where it begins.</param>
internal sealed record ScannedArticle(string Number, string Heading, string Chapter, string Section, int Line)
{
    public List<string> Body { get; init; } = [];
}

/// <summary>Walks once through the paragraphs of an official text and finds chapters, sections and articles.</summary>
internal sealed partial class StatuteScan
{
    private const int LongestHeading = 200, LongestBareChapter = 15;

    private readonly List<ScannedArticle> articles = [];
    private string chapter = "", section = "";
    private Wait waits;
    private bool isOpen;
    private int quoted;

    // What the next line may be the title of.
    private enum Wait
    {
        Nothing,
        ChapterTitle,
        RestOfChapterTitle,
        SectionTitle,
        RestOfSectionTitle,
    }

    /// <summary>In the order they stand.</summary>
    public IReadOnlyList<ScannedArticle> Articles { get; private set; } = [];

    /// <summary>What stands behind the last article: signatures, appendices.</summary>
    public IReadOnlyList<StatuteLine> Behind { get; private set; } = [];

    public static StatuteScan Of(List<StatuteLine> lines)
    {
        var scan = new StatuteScan();
        var end = lines.FindIndex(it => !scan.Take(it));
        scan.Articles = [.. scan.articles.Select(Headed)];
        scan.Behind = end < 0 ? [] : lines[end..];
        return scan;
    }

    // False at the first line that is behind all articles.
    private bool Take(StatuteLine line)
    {
        var text = line.Text;
        if (ArticleStart().Match(text) is { Success: true } head && (quoted == 0 || Follows(head.Groups["article"].Value)))
            Begin(head, line.Number);
        else if (quoted == 0 && ChapterStart().IsMatch(text))
            (chapter, section, waits, isOpen) = (text.TrimEnd('.', ':'), "", text.Length < LongestBareChapter ? Wait.ChapterTitle : Wait.RestOfChapterTitle, false);
        else if (quoted == 0 && SectionStart().IsMatch(text))
            (section, waits, isOpen) = (text.TrimEnd('.', ':'), BareSection().IsMatch(text) ? Wait.SectionTitle : Wait.RestOfSectionTitle, false);
        else if (quoted == 0 && articles.Count > 0 && (Closing().IsMatch(text) || Appendices.IsStart(text)))
            return false;
        else
            Add(text);
        return true;
    }

    private void Begin(Match head, int line)
    {
        articles.Add(new ScannedArticle(head.Groups["article"].Value, head.Groups["heading"].Value.Trim(), chapter, section, line));
        (waits, isOpen, quoted) = (Wait.Nothing, true, Math.Max(0, Quotes.Depth(head.Value)));
    }

    private void Add(string text)
    {
        (chapter, section, waits) = waits switch
        {
            Wait.ChapterTitle => ($"{chapter} - {text}", section, Wait.RestOfChapterTitle),
            Wait.SectionTitle => (chapter, $"{section}. {text}", Wait.RestOfSectionTitle),
            Wait.RestOfChapterTitle when IsCapitals(text) => ($"{chapter} {text}", section, waits),
            Wait.RestOfSectionTitle when IsCapitals(text) => (chapter, $"{section} {text}", waits),
            _ => (chapter, section, Wait.Nothing),
        };
        if (!isOpen)
            return;
        articles[^1].Body.Add(text);
        quoted = Math.Max(0, quoted + Quotes.Depth(text));
    }

    private static bool IsCapitals(string text) => text == text.ToUpperInvariant();

    // “Điều 54.” is quoted; but where a closing mark was forgotten, the next article still begins.
    private bool Follows(string article) => articles.Count > 0 && Value(article) is var now && Value(articles[^1].Number) is var last && (now == last + 1 || (now == last && article != articles[^1].Number));

    private static int Value(string article) => int.Parse(article.TrimEnd([.. "abcdefghijklmnopqrstuvwxyzđ"]), System.Globalization.CultureInfo.InvariantCulture);

    // "Điều 5." and the heading in the next paragraph, or the rest of a heading that was broken in two.
    private static ScannedArticle Headed(ScannedArticle article)
    {
        if (article.Body.Count < 2 || article.Body[0] is not { Length: <= LongestHeading } next || ListNumber.IsWritten(next) || ".;:".Contains(next[^1]))
            return article;
        var goesOn = article.Heading.Length > 0 && char.IsLower(next[0]) && char.IsLetter(article.Heading[^1]);
        return article.Heading.Length == 0 || goesOn
            ? article with { Heading = $"{article.Heading} {next}".Trim(), Body = article.Body[1..] }
            : article;
    }

    [GeneratedRegex(@"^(?:Điều|ĐIỀU)\s+(?<article>\d{1,4}[a-zđ]?)\s*(?:[.:]\s*(?<heading>.*))?$")]
    private static partial Regex ArticleStart();

    [GeneratedRegex(@"^Chương\s+(?:[IVXLC]+|\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ChapterStart();

    [GeneratedRegex(@"^(?:Mục|MỤC)\s+(?:\d+|[IVX]+)\b")]
    private static partial Regex SectionStart();

    [GeneratedRegex(@"^(?:Mục|MỤC)\s+(?:\d+|[IVX]+)\s*[.:]?$")]
    private static partial Regex BareSection();

    [GeneratedRegex(@"^(?:Nơi nhận|PHỤ LỤC|XÁC THỰC VĂN BẢN HỢP NHẤT|TM\. |KT\. |(?:Bộ luật|Luật|Nghị quyết) này (?:đã )?được Quốc hội|CHỦ TỊCH QUỐC HỘI$)")]
    private static partial Regex Closing();
}
