using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Law;

/// <summary>Finds the appendices behind the articles of a text.</summary>
internal static partial class Appendices
{
    // A title in capitals may go over a few lines.
    private const int TitleLines = 4;

    public static bool IsStart(string line) => Start().IsMatch(line);

    /// <summary>The lines before the first appendix, and the appendices.</summary>
    public static (List<string> Before, List<Appendix> Found) Split(IEnumerable<string> lines)
    {
        var before = new List<string>();
        var parts = new List<List<string>>();
        foreach (var line in lines)
        {
            if (IsStart(line))
                parts.Add([]);
            (parts.Count > 0 ? parts[^1] : before).Add(line);
        }

        return (before, [.. parts.Select(Read)]);
    }

    private static Appendix Read(List<string> lines)
    {
        var head = Start().Match(lines[0]);
        var title = lines.Skip(1).Take(TitleLines).TakeWhile(IsCapitals).ToList();
        var rest = head.Groups["rest"].Value.Trim(' ', '.', ':', '-');
        return new Appendix(
            $"Phụ lục {head.Groups["number"].Value}".TrimEnd(),
            string.Join(' ', title.Prepend(rest).Where(it => it.Length > 0)),
            string.Join('\n', lines.Skip(1 + title.Count).Where(it => it.Length > 0)));
    }

    private static bool IsCapitals(string line) => line.Any(char.IsLetter) && line == line.ToUpperInvariant() && !line.Contains(StatuteTable.Between, StringComparison.Ordinal);

    // "Phụ lục I ban hành kèm theo…" inside a clause is no head of an appendix.
    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ\s+|số\s+)?(?<number>[IVXLC]+|\d+[A-Za-z]?))?(?<rest>(?:\s*[.:]\s*\P{Ll}+)?)$")]
    private static partial Regex Start();
}
