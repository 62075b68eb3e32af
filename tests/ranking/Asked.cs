using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

/// <summary>A question and the entries that answer it.</summary>
/// <param name="Right">Ids of articles of ours (<c>nghi-phep-nam</c>) or places in the law (<c>45/2019/QH14:113</c>).</param>
internal sealed record Asked(string Text, IReadOnlyList<string> Right)
{
    public bool IsRight(Entry entry) => Right.Contains(entry.Id) || entry.Citations.Any(it => it.Article is not null && Right.Contains($"{it.Law}:{it.Article}"));

    /// <summary>The questions of a file or of a folder's files: a question, a tab, places in the law parted by |.</summary>
    public static List<Asked> Read(string path) =>
        [.. (Directory.Exists(path) ? Directory.GetFiles(path, "*.tsv").Order(StringComparer.Ordinal) : (IEnumerable<string>)[path])
            .SelectMany(file => File.ReadLines(file).Skip(1)).Select(it => it.Split('\t')).Where(it => it.Length >= 2)
            .Select(it => new Asked(it[0], Sharpened(it[1].Split('|', StringSplitOptions.TrimEntries))))];

    // Who asks first of all what a breach costs is not answered by the rule that was broken.
    private static string[] Sharpened(string[] right) => right[0].StartsWith(Fines, StringComparison.Ordinal) ? [.. right.Where(it => it.StartsWith(Fines, StringComparison.Ordinal))] : right;

    private const string Fines = "283/2026/NĐ-CP:";

    /// <summary>The statute texts of a folder's JSON files.</summary>
    public static List<Provision> Statutes(string folder, LawCatalogue catalogue) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(it => StatuteReader.Read(it, File.ReadAllBytes(it), catalogue).Provisions)];
}
