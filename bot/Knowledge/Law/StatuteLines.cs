using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Law;

/// <summary>A paragraph of an official text with the place it stands at, from 1.</summary>
internal readonly record struct StatuteLine(string Text, int Number);

/// <summary>Finds number, articles, appendices and footnotes in the paragraphs of an official text.</summary>
internal static partial class StatuteLines
{
    // The number stands in the head of a document; further down others are cited.
    private const int HeadLines = 40;

    public static StatuteReading Read(string file, IEnumerable<string> paragraphs, LawCatalogue catalogue)
    {
        var all = Clean(paragraphs).ToList();
        var number = all.Take(HeadLines).Select(it => NumberLine().Match(it.Text)).FirstOrDefault(it => it.Success)?.Groups["number"].Value;
        if (number is null)
            return StatuteReader.Failed(file, "không thấy dòng 'Số: …' ghi số hiệu văn bản ở đầu tệp", 1);
        if (catalogue.Find(number) is not { } document)
            return StatuteReader.Failed(file, $"văn bản {number} không có trong _law/van-ban.yaml: thêm vào đó trước", all.First(it => NumberLine().IsMatch(it.Text)).Number);

        var footnotes = all.Select(it => FootnoteLine().Match(it.Text)).Where(it => it.Success).GroupBy(it => it.Groups["mark"].Value).ToDictionary(it => it.Key, it => it.First().Groups["text"].Value);
        var lines = all.Where(it => !FootnoteLine().IsMatch(it.Text)).ToList();
        var scan = StatuteScan.Of(lines);
        var mistakes = Gaps(file, scan.Articles, document).ToList();
        if (scan.Articles.Count == 0)
            return new StatuteReading(null, mistakes);

        return new StatuteReading(
            new Statute(document, [.. scan.Articles.Select(it => Provision(it, document, footnotes))]) { Appendices = Appendices.Split(scan.Behind.Select(it => WithoutMarks(it.Text))).Found }, mistakes);
    }

    private static IEnumerable<StatuteLine> Clean(IEnumerable<string> paragraphs) =>
        from paragraph in paragraphs.Index()
        from line in paragraph.Item.Split('\n')
        let text = StatuteTable.Row(Text.Normalize(line))
        where text is { Length: > 0 }
        select new StatuteLine(text, paragraph.Index + 1);

    private static Provision Provision(ScannedArticle article, LawDocument document, Dictionary<string, string> footnotes)
    {
        var marks = article.Body.Prepend(article.Heading).SelectMany(it => Mark().Matches(it)).Select(it => it.Groups["mark"].Value).Distinct();
        return ProvisionText.Into(
            new Provision
            {
                Law = document.Number,
                LawName = document.Name,
                Article = article.Number,
                Heading = WithoutMarks(article.Heading),
                Chapter = WithoutMarks(article.Chapter),
                Section = WithoutMarks(article.Section),
                Notes = [.. marks.Select(it => footnotes.GetValueOrDefault(it)).OfType<string>()],
                InForceFrom = document.InForceFrom,
                InForceUntil = document.InForceUntil,
            },
            article.Body.Select(WithoutMarks));
    }

    private static string WithoutMarks(string text) => Mark().Replace(text, "").TrimEnd();

    private static IEnumerable<Mistake> Gaps(string file, IReadOnlyList<ScannedArticle> articles, LawDocument document)
    {
        if (articles.Count == 0)
            yield return new Mistake(file, 1, "không thấy điều nào: mỗi điều cần một dòng 'Điều 1. …'");
        foreach (var twice in articles.GroupBy(it => it.Number).Where(it => it.Count() > 1))
            yield return new Mistake(file, twice.Last().Line, $"Điều {twice.Key} đứng {twice.Count()} lần");
        if (articles.Count > 0 && Missing(articles.Select(it => it.Number), document) is { } missing)
            yield return new Mistake(file, 0, missing);
    }

    /// <summary>Which articles the catalogue knows and the text lacks; null when none.</summary>
    internal static string? Missing(IEnumerable<string> articles, LawDocument document)
    {
        var missing = Enumerable.Range(1, document.LastArticle ?? 0).Select(it => it.ToString(CultureInfo.InvariantCulture)).Concat(document.ExtraArticles).Except(articles).ToList();
        return missing.Count > 0 ? $"thiếu Điều {string.Join(", ", missing)}" : null;
    }

    [GeneratedRegex(@"^(?:\p{L}[\p{L}\s]*\s)?Số:\s*(?<number>\d+/(?:\d{4}/)?[\p{L}\d-]+)|^(?:Luật|Bộ luật|Nghị quyết) số:?\s*(?<number>\d+/(?:\d{4}/)?[\p{L}\d-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^\[(?<mark>\d{1,3})\]\s*(?<text>.+)$")]
    private static partial Regex FootnoteLine();

    [GeneratedRegex(@"\s?\[(?<mark>\d{1,3})\]")]
    private static partial Regex Mark();
}
