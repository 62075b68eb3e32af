using System.Text.RegularExpressions;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Where the imported laws say what a word means: the articles headed <c>Giải thích từ ngữ</c>.</summary>
internal sealed partial class Definitions
{
    private const int LongestTerm = 12;

    private readonly Dictionary<string, List<int>> places = [];

    public Definitions(IReadOnlyList<Provision> provisions)
    {
        foreach (var (place, provision) in provisions.Index().Where(it => Text.Fold(it.Item.Heading).Contains("giai thich tu ngu", StringComparison.Ordinal)))
        {
            foreach (var term in provision.Clauses.Select(it => TermOf(it.Text)).OfType<string>())
            {
                if (!places.TryGetValue(term, out var known))
                    places[term] = known = [];
                known.Add(place);
            }
        }
    }

    /// <summary>The places of the provisions that define what a question such as <c>Người lao động là ai?</c> asks; mostly none.</summary>
    public IReadOnlyList<int> Of(string question)
    {
        var folded = string.Join(' ', Syllable.Of(question).Select(Text.Fold));
        return places.Count > 0 && Asking().IsMatch(folded) && places.TryGetValue(Padding().Replace(Asking().Replace(folded, " "), " ").Trim(), out var found)
            ? found
            : [];
    }

    private static string? TermOf(string clause)
    {
        var syllables = Syllable.Of(clause).Select(Text.Fold).ToList();
        var end = syllables.IndexOf("la");
        return end is > 0 and <= LongestTerm ? string.Join(' ', syllables.Take(end)) : null;
    }

    [GeneratedRegex(@"\b(?:(?:duoc )?(?:dinh nghia|hieu|giai thich)(?: la)?(?: nhu the nao| the nao| gi| ai| ra sao)?|khai niem|the nao la|(?:nghia )?la gi|la ai|la nhu the nao)\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:theo|cua|ve|trong|bo luat lao dong|luat lao dong|luat [a-z ]+|20\d\d|quy dinh|thi|gi|cho biet)\b|\s{2,}")]
    private static partial Regex Padding();
}
