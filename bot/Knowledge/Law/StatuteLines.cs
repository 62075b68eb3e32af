using System.Text.RegularExpressions;
using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Law;

/// <summary>Finds number, chapters and articles in the paragraphs of an official text.</summary>
internal static partial class StatuteLines
{
    // The number stands in the head of a document; further down others are cited.
    private const int HeadLines = 40;

    public static StatuteReading Read(string file, IEnumerable<string> paragraphs, LawCatalogue catalogue)
    {
        var lines = paragraphs.SelectMany(it => it.Split('\n')).Select(Text.Normalize).Where(it => it.Length > 0).ToList();
        var number = lines.Take(HeadLines).Select(it => NumberLine().Match(it)).FirstOrDefault(it => it.Success)?.Groups["number"].Value;
        if (number is null)
            return StatuteReader.Failed(file, "không thấy dòng 'Số: …' ghi số hiệu văn bản ở đầu tệp");
        if (catalogue.Find(number) is not { } document)
            return StatuteReader.Failed(file, $"văn bản {number} không có trong _law/van-ban.yaml: thêm vào đó trước");

        var provisions = Articles(lines, document);
        return new StatuteReading(document, provisions, [.. Gaps(file, provisions, document)]);
    }

    private static List<Provision> Articles(List<string> lines, LawDocument document)
    {
        var found = new List<Provision>();
        var start = lines.FindIndex(it => ArticleStart().IsMatch(it));
        var chapter = start < 0 ? "" : Chapter(lines, lines.FindLastIndex(start, it => ChapterStart().IsMatch(it)));
        while (start >= 0)
        {
            var end = lines.FindIndex(start + 1, it => ArticleStart().IsMatch(it) || ChapterStart().IsMatch(it) || SectionStart().IsMatch(it) || Closing().IsMatch(it));
            var body = lines[(start + 1)..(end < 0 ? lines.Count : end)];
            found.Add(Article(ArticleStart().Match(lines[start]), body, chapter, document));
            if (end < 0 || Closing().IsMatch(lines[end]))
                break;

            start = lines.FindIndex(end, it => ArticleStart().IsMatch(it));
            var newer = lines.FindLastIndex(Math.Max(start, end), Math.Max(start, end) - end + 1, it => ChapterStart().IsMatch(it));
            chapter = newer < 0 ? chapter : Chapter(lines, newer);
        }

        return found;
    }

    private static Provision Article(Match head, List<string> body, string chapter, LawDocument document)
    {
        var (lead, clauses) = ProvisionText.Split(body);
        return new Provision
        {
            Law = document.Number,
            LawName = document.Name,
            Article = head.Groups["article"].Value,
            Heading = head.Groups["heading"].Value.Trim(),
            Chapter = chapter,
            Lead = lead,
            Clauses = clauses,
            InForceFrom = document.InForceFrom,
            InForceUntil = document.InForceUntil,
        };
    }

    // "Chương VII" and, on its own line, what it is about.
    private static string Chapter(List<string> lines, int at) => at < 0
        ? ""
        : string.Join(" - ", new[] { lines[at].TrimEnd('.', ':') }.Concat(lines.Skip(at + 1).Take(1)
            .Where(it => !ArticleStart().IsMatch(it) && !SectionStart().IsMatch(it) && lines[at].Length < 15)));

    private static IEnumerable<Mistake> Gaps(string file, List<Provision> provisions, LawDocument document)
    {
        if (provisions.Count == 0)
            yield return new Mistake(file, 0, "không thấy điều nào: mỗi điều cần một dòng 'Điều 1. …'");
        foreach (var twice in provisions.GroupBy(it => it.Article).Where(it => it.Count() > 1))
            yield return new Mistake(file, 0, $"Điều {twice.Key} đứng {twice.Count()} lần");
        var missing = Enumerable.Range(1, document.LastArticle ?? 0).Select(it => it.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Concat(document.ExtraArticles).Except(provisions.Select(it => it.Article)).ToList();
        if (provisions.Count > 0 && missing.Count > 0)
            yield return new Mistake(file, 0, $"thiếu Điều {string.Join(", ", missing)}");
    }

    [GeneratedRegex(@"^(?:\p{L}[\p{L}\s]*\s)?Số:\s*(?<number>\d+/(?:\d{4}/)?[\p{L}\d-]+)|^(?:Luật|Bộ luật|Nghị quyết) số:?\s*(?<number>\d+/(?:\d{4}/)?[\p{L}\d-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^Điều\s+(?<article>\d+[a-zđ]?)\s*[.:]\s*(?<heading>.*)$")]
    private static partial Regex ArticleStart();

    [GeneratedRegex(@"^Chương\s+(?:[IVXLC]+|\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ChapterStart();

    [GeneratedRegex(@"^Mục\s+\d+\b", RegexOptions.IgnoreCase)]
    private static partial Regex SectionStart();

    [GeneratedRegex(@"^(?:Nơi nhận|PHỤ LỤC|TM\. |KT\. |(?:Bộ luật|Luật|Nghị quyết) này (?:đã )?được Quốc hội|CHỦ TỊCH QUỐC HỘI$)")]
    private static partial Regex Closing();
}
