using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Articles;

/// <summary>A place in a legal document: <c>Điều 35 khoản 1 điểm a Bộ luật Lao động 45/2019/QH14</c>.</summary>
/// <param name="Law">The document's number, <c>45/2019/QH14</c>.</param>
/// <param name="Name">The document's name as the catalogue has it, <c>Bộ luật Lao động</c>.</param>
/// <param name="Article">The article's number, <c>35</c> or <c>7a</c>; null when the whole document is meant.</param>
public sealed partial record Citation(string Law, string Name, string? Article)
{
    /// <summary>The clause's number; null for the whole article.</summary>
    public string? Clause { get; init; }

    /// <summary>The point's letter; null for the whole clause.</summary>
    public string? Point { get; init; }

    /// <summary>As people read it, the year instead of the number where that is how the law is called.</summary>
    public string Short => $"{Place}{Name} {(Year is { } year && Name.Contains("uật", StringComparison.Ordinal) ? year : Law)}";

    private string? Year => Law.Split('/') is [_, { Length: 4 } year, ..] ? year : null;

    private string Place => Article is null ? "" : $"Điều {Article}{Part(" khoản ", Clause)}{Part(" điểm ", Point)} ";

    public override string ToString() => $"{Place}{Name} {Law}";

    /// <summary>Reads a citation as editors write it; null when it has another form.</summary>
    public static Citation? Parse(string text)
    {
        var match = Form().Match(text.Trim());
        return match.Success
            ? new Citation(match.Groups["law"].Value, match.Groups["name"].Value, Value("article"))
            {
                Clause = Value("clause"),
                Point = Value("point"),
            }
            : null;

        string? Value(string group) => match.Groups[group] is { Success: true } found ? found.Value : null;
    }

    private static string Part(string word, string? value) => value is null ? "" : word + value;

    [GeneratedRegex(@"^(?:Điều (?<article>\d+[a-zđ]?)(?: khoản (?<clause>\d+[a-zđ]?))?(?: điểm (?<point>[a-zđ]{1,2}))? )?(?<name>\p{Lu}.*?) (?<law>\S+/\S+)$")]
    private static partial Regex Form();
}
