namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Mends words that nobody ever wrote in the knowledge base: <c>ngi</c> → <c>nghi</c>, <c>nghiviec</c> → <c>nghi viec</c>.</summary>
public sealed class Spelling
{
    private const int ShortestMended = 3, LongestMended = 24;

    private readonly Dictionary<string, int> counts;
    private readonly Dictionary<string, string> byGap = [];

    /// <param name="vocabulary">Words without accents and how often each occurs.</param>
    public Spelling(IReadOnlyDictionary<string, int> vocabulary)
    {
        counts = new Dictionary<string, int>(vocabulary);
        foreach (var word in counts.Keys.Where(it => it.Length >= ShortestMended))
        {
            foreach (var gap in Gaps(word))
                Keep(gap, word);
        }
    }

    public bool Knows(string folded) => counts.ContainsKey(folded);

    /// <summary>The words meant by <paramref name="folded"/>, lower case without accents: itself when known or beyond repair.</summary>
    public string Mend(string folded)
    {
        if (folded.Length is < ShortestMended or > LongestMended || Knows(folded) || folded.Any(char.IsDigit))
            return folded;

        return Parts(folded) ?? Nearest(folded) ?? folded;
    }

    // Syllables with the spaces forgotten; the cut with the most usual parts wins.
    private string? Parts(string folded) => Enumerable.Range(2, Math.Max(0, folded.Length - 3))
        .Where(cut => Usual(folded[..cut]))
        .Select(cut => (First: folded[..cut], Others: Usual(folded[cut..]) ? folded[cut..] : Parts(folded[cut..])))
        .Where(it => it.Others is not null)
        .OrderByDescending(it => it.Others!.Split(' ').Prepend(it.First).Min(part => counts[part]))
        .Select(it => $"{it.First} {it.Others}")
        .FirstOrDefault();

    private bool Usual(string part) => counts.GetValueOrDefault(part) > 1 && Syllable.IsPossible(part);

    private string? Nearest(string folded) => Gaps(folded).Prepend(folded)
        .SelectMany(gap => new[] { gap, byGap.GetValueOrDefault(gap) ?? "" })
        .Where(it => counts.ContainsKey(it) && it.Length >= ShortestMended)
        .MaxBy(it => counts[it]);

    private void Keep(string gap, string word)
    {
        if (!byGap.TryGetValue(gap, out var known) || counts[known] < counts[word])
            byGap[gap] = word;
    }

    // The word with each letter left out once: two words one slip apart share such a form.
    private static IEnumerable<string> Gaps(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));
}
