using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

/// <summary>A question and what answers it.</summary>
/// <param name="Right">Places in the law, <c>45/2019/QH14:113</c>.</param>
internal sealed record Asked(string Text, IReadOnlyList<string> Right)
{
    private const string Fines = "283/2026/NĐ-CP:";

    /// <summary>The questions that weights are fitted on.</summary>
    public static List<Asked> Fit() => Read("tests/questions/fit");

    /// <summary>The questions that no weight has seen; the confidence is calibrated on them.</summary>
    public static List<Asked> Exam() => Read("tests/questions/exam");

    public bool IsRight(Entry entry) => entry.Citations.Any(it => it.Article is not null && Right.Contains($"{it.Law}:{it.Article}"));

    /// <summary>The statute texts of a folder's JSON files.</summary>
    public static List<Provision> Statutes(string folder, LawCatalogue catalogue) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(it => StatuteReader.Read(it, File.ReadAllBytes(it), catalogue).Provisions)];

    // A line is a question, a tab, its places in the law parted by |, best first.
    private static List<Asked> Read(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.tsv").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Skip(1)).Select(it => it.Split('\t')).Where(it => it.Length >= 2)
            .Select(it => new Asked(it[0], Sharpened(it[1].Split('|', StringSplitOptions.TrimEntries))))];

    // Who asks first of all what a breach costs is not answered by the rule that was broken.
    private static string[] Sharpened(string[] right) =>
        right[0].StartsWith(Fines, StringComparison.Ordinal) ? [.. right.Where(it => it.StartsWith(Fines, StringComparison.Ordinal))] : right;
}
