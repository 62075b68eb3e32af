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
        if (Number(all) is not { } number)
            return StatuteReader.Failed(file, "không thấy dòng 'Số: …' ghi số hiệu văn bản ở đầu tệp", 1);
        if (catalogue.Find(number.Text) is not { } document)
            return StatuteReader.Failed(file, $"văn bản {number.Text} không có trong _law/van-ban.yaml: thêm vào đó trước", number.Number);

        var footnotes = all.Select(it => FootnoteLine().Match(it.Text)).Where(it => it.Success).GroupBy(it => it.Groups["mark"].Value).ToDictionary(it => it.Key, it => it.First().Groups["text"].Value);
        var lines = all.Where(it => !FootnoteLine().IsMatch(it.Text)).ToList();
        var scan = StatuteScan.Of(lines);
        var mistakes = Gaps(file, scan.Articles, document).ToList();
        if (scan.Articles.Count == 0)
            return new StatuteReading(null, mistakes);

        return new StatuteReading(
            new Statute(document, [.. scan.Articles.Select(it => Provision(it, document, footnotes))])
            {
                Notes = [.. Consolidated(all)],
                Appendices = Appendices.Split(scan.Behind.Select(it => WithoutMarks(it.Text))).Found,
            },
            mistakes);
    }

    // A consolidated text has a number of its own, 18/VBHN-VPQH, and names the law it consolidates below.
    private static StatuteLine? Number(List<StatuteLine> all)
    {
        var numbers = all.Take(HeadLines).Select(it => it with { Text = NumberLine().Match(it.Text).Groups["number"].Value }).Where(it => it.Text.Length > 0).ToList();
        if (numbers.Count > 0 && !IsConsolidated(numbers[0].Text))
            return numbers[0];
        var named = all.Take(HeadLines).Select(it => it with { Text = NamedLaw().Match(it.Text).Groups["number"].Value }).Where(it => it.Text.Length > 0).ToList();
        return named.Count > 0 ? named[0] : numbers.Count > 0 ? numbers[0] : null;
    }

    private static IEnumerable<string> Consolidated(List<StatuteLine> all) => all.Take(HeadLines)
        .Select(it => NumberLine().Match(it.Text).Groups["number"].Value).Where(IsConsolidated).Take(1).Select(it => $"Theo văn bản hợp nhất {it}.");

    private static bool IsConsolidated(string number) => number.Contains("VBHN", StringComparison.OrdinalIgnoreCase);

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

    [GeneratedRegex(@"^(?:Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư)\b.{0,200}?\bsố\s+(?<number>\d+/\d{4}/[\p{L}\d-]+)")]
    private static partial Regex NamedLaw();

    [GeneratedRegex(@"^\[(?<mark>\d{1,3})\]\s*(?<text>.+)$")]
    private static partial Regex FootnoteLine();

    [GeneratedRegex(@"\s?\[(?<mark>\d{1,3})\]")]
    private static partial Regex Mark();
}
