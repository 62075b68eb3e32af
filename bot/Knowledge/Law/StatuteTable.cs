using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Law;

/// <summary>Writes a table as lines people can read: a row a line, its cells joined.</summary>
internal static partial class StatuteTable
{
    public const string Between = " | ";

    /// <param name="rows">Rows of cells of paragraphs.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> rows)
    {
        var only = rows.All(it => it.Count <= 1) || rows.Any(row => row.Any(cell => cell.Any(it => OfTheDocument().IsMatch(it.Trim()))));

        // The head and the foot of official texts, and whole web pages, are laid out as tables: there the cells are the text.
        return only
            ? rows.SelectMany(row => row.SelectMany(cell => cell))
            : rows.Select(row => string.Join(Between, row.Select(cell => string.Join(' ', cell.Select(it => it.Trim()).Where(it => it.Length > 0))))).Where(it => it.Any(char.IsLetterOrDigit));
    }

    /// <summary>A row as others write it, <c>| a | b |</c>; null for the rule under a table's head.</summary>
    public static string? Row(string line)
    {
        if (!line.Contains('|'))
            return line;
        if (!line.Any(char.IsLetterOrDigit))
            return null;
        return string.Join(Between, line.Trim().Trim('|').Split('|').Select(it => it.Trim())).Trim();
    }

    [GeneratedRegex(@"^(?:Điều\s+\d|CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|Nơi nhận|TM\. |KT\. |(?:Luật |Bộ luật |Nghị quyết )?[Ss]ố:?\s*\d+/)")]
    private static partial Regex OfTheDocument();
}
