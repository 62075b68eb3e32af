namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Mends words that nobody ever wrote in the knowledge base: <c>ngi</c> → <c>nghi</c>, <c>nghiviec</c> → <c>nghi viec</c>.</summary>
public sealed class Spelling
{
    private const int ShortestMended = 3;

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
        if (folded.Length < ShortestMended || Knows(folded) || folded.Any(char.IsDigit))
            return folded;

        return Halves(folded) ?? Nearest(folded) ?? folded;
    }

    // Two syllables with the space forgotten; the cut with the most usual halves wins.
    private string? Halves(string folded)
    {
        var best = Enumerable.Range(2, Math.Max(0, folded.Length - 3))
            .Where(cut => Usual(folded[..cut]) && Usual(folded[cut..]))
            .OrderByDescending(cut => Math.Min(counts[folded[..cut]], counts[folded[cut..]]))
            .FirstOrDefault();
        return best == 0 ? null : $"{folded[..best]} {folded[best..]}";

        bool Usual(string half) => counts.GetValueOrDefault(half) > 1 && Syllable.IsPossible(half);
    }

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
