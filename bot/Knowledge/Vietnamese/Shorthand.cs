using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Writes out what people shorten: <c>cty ko trả bhxh</c> → <c>công ty không trả bảo hiểm xã hội</c>.</summary>
/// <param name="words">Shortened word, lower case, to the words it stands for.</param>
/// <param name="units">What a letter means right after a number: h → giờ.</param>
public sealed partial class Shorthand(IReadOnlyDictionary<string, string> words, IReadOnlyDictionary<string, string> units)
{
    public static Shorthand Empty { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    public string Expand(string text) => Words().Replace(text, it => it.Groups["number"].Success
        ? it.Value
        : Expanded(it.Value.ToLowerInvariant()) ?? it.Value);

    private string? Expanded(string word)
    {
        if (words.TryGetValue(word, out var whole))
            return whole;

        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && units.TryGetValue(word[digits..], out var unit) ? $"{word[..digits]} {unit}" : null;
    }

    // The letters in a law's number, 145/2020/NĐ-CP, and of a point, "điểm a", are no shorthand.
    [GeneratedRegex(@"(?<number>\d+/\d{4}/[\p{L}\d-]+|(?<=\b[đĐdD]i[eể]m\s)\p{L}\d?(?![\p{L}\p{M}\p{N}]))|[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Words();
}
