using System.Text.RegularExpressions;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Law;

/// <summary>A place in a law that somebody named: <c>khoản 2 điều 39 blld</c>.</summary>
/// <param name="Law">The document's number; null when no document was named.</param>
public sealed partial record ProvisionReference(string? Law, string Article, string? Clause, string? Point)
{
    // "điều 35 của Bộ luật Lao động": the law's name begins this near behind the place.
    private const int NameDistance = 30;

    /// <summary>Every reference in <paramref name="text"/>, with or without accents, in the order they stand.</summary>
    public static IReadOnlyList<ProvisionReference> Find(string text, LawCatalogue catalogue)
    {
        var whole = Text.Normalize(text).ToLowerInvariant();
        var folded = Text.Fold(whole);
        var places = Places().Matches(folded);
        if (places.Count == 0)
            return [];

        var laws = NamedLaws(folded, catalogue);

        // Without accents the letter d of a point may be đ: where they were typed, it is what it is.
        var letters = whole.Length == folded.Length ? whole : folded;
        return [.. places
            .Select(it => (it, law: LawOf(it, laws)))
            .Where(it => it.law is not null || it.it.Groups["word"].Value == "dieu")
            .Select(it => Read(it.it, it.law, folded, letters))
            .Distinct()];
    }

    private static ProvisionReference Read(Match place, (int Start, int End, string Number)? law, string folded, string letters)
    {
        // "điều 98 blld khoản 1": what stands behind the law's name still belongs to the place.
        var behind = law is { } named && named.Start >= place.Index + place.Length ? Behind().Match(folded, named.End, folded.Length - named.End) : Match.Empty;
        return new ProvisionReference(law?.Number, place.Groups["article"].Value, Value(place, "clause") ?? Value(behind, "clause"), Point(place) ?? Point(behind));

        string? Point(Match match) => match.Groups["point"] is { Success: true } found ? letters.Substring(found.Index, found.Length) is "đ" ? "đ" : found.Value : null;
    }

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

    private static List<(int Start, int End, string Number)> NamedLaws(string folded, LawCatalogue catalogue)
    {
        var named = catalogue.FoldedNames.SelectMany(it => Occurrences(folded, it.Name).Select(start => (Start: start, End: start + it.Name.Length, it.Number))).ToList();

        // "luật lao động" lies inside "bộ luật lao động".
        return [.. named.Where(it => !named.Any(other => other.Start <= it.Start && it.End <= other.End && other.End - other.Start > it.End - it.Start))];
    }

    private static IEnumerable<int> Occurrences(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || IsBorder(text[at - 1])) && (at + name.Length == text.Length || IsBorder(text[at + name.Length])))
                yield return at;
        }
    }

    private static bool IsBorder(char letter) => !char.IsLetterOrDigit(letter) && letter != '/';

    // The law named right behind the place, else the only one the text names at all.
    private static (int Start, int End, string Number)? LawOf(Match place, List<(int Start, int End, string Number)> laws)
    {
        var end = place.Index + place.Length;
        foreach (var behind in laws.Where(it => it.Start >= end && it.Start - end <= NameDistance).OrderBy(it => it.Start).Take(1))
            return behind;
        return laws.Count > 0 && laws.All(it => it.Number == laws[0].Number) ? laws[0] : null;
    }

    // (điểm a) (khoản 1) điều 35 (khoản 1) (điểm a), and "khoản 1 điểm a điều 35".
    [GeneratedRegex(@"(?<!\w)(?:diem\s+(?<point>[a-z]\d?)(?!\w)\s*,?\s*)?(?:(?:khoan|k)\.?\s*(?<clause>\d+[a-z]?)(?!\w|/)\s*,?\s*)?(?:diem\s+(?<point>[a-z]\d?)(?!\w)\s*,?\s*)?(?:cua\s+)?(?<word>dieu|d)\.?\s*(?<article>\d+[a-z]?)(?!\w|/\d)(?:\s*,?\s*(?:khoan|k)\.?\s*(?<clause>\d+[a-z]?)(?!\w|/))?(?:\s*,?\s*diem\s+(?<point>[a-z]\d?)(?!\w))?")]
    private static partial Regex Places();

    [GeneratedRegex(@"\G(?:\s+(?:nam\s+)?(?:19|20)\d\d)?(?:\s*,?\s*(?:khoan|k)\.?\s*(?<clause>\d+[a-z]?)(?!\w|/))?(?:\s*,?\s*diem\s+(?<point>[a-z]\d?)(?!\w))?")]
    private static partial Regex Behind();
}
