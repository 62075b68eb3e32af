using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Writes out what people shorten: <c>cty ko trả bhxh</c> → <c>công ty không trả bảo hiểm xã hội</c>.</summary>
/// <param name="words">Shortened word, lower case, to the words it stands for.</param>
/// <param name="units">What a letter means right after a number: h → giờ.</param>
public sealed partial class Shorthand(IReadOnlyDictionary<string, string> words, IReadOnlyDictionary<string, string> units)
{
    // The longest first; a pattern without choices would fit everywhere.
    private readonly Regex? phrases = words.Keys.Where(it => it.Contains(' ')).OrderByDescending(it => it.Length).Select(Regex.Escape).ToList() is { Count: > 0 } some
        ? new Regex($@"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{string.Join('|', some)})(?![\p{{L}}\p{{M}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
        : null;

    public static Shorthand Empty { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Several words are tried before each one: "bh tn" is no "thế nào".</summary>
    public string Expand(string text) => Words().Replace(phrases?.Replace(text, it => words[it.Value.ToLowerInvariant()]) ?? text, it => it.Groups["number"].Success
        ? it.Value
        : Expanded(it.Value.ToLowerInvariant()) ?? it.Value);

    private string? Expanded(string word)
    {
        if (words.TryGetValue(word, out var whole))
            return word == "%" ? $" {whole}" : whole;

        var parts = Parts().Matches(word).Select(it => it.Value).ToList();
        return char.IsAsciiDigit(word[0]) && parts.Count > 1 && parts.All(it => char.IsAsciiDigit(it[0]) || units.ContainsKey(it))
            ? string.Join(' ', parts.Select(it => units.GetValueOrDefault(it, it)))
            : null;
    }

    // The letters in a law's number, 145/2020/NĐ-CP, and of a point, "điểm a", are no shorthand.
    [GeneratedRegex(@"(?<number>\d+/\d{4}/[\p{L}\d-]+|(?<=\b[đĐdD]i[eể]m\s)\p{L}\d?(?![\p{L}\p{M}\p{N}]))|[\p{L}\p{M}\p{N}]+|%")]
    private static partial Regex Words();

    // 7h30: a number, what it counts, and the rest of it.
    [GeneratedRegex("[0-9]+|[^0-9]+")]
    private static partial Regex Parts();
}
