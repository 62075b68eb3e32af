namespace ChatBot.Knowledge.Search;

/// <summary>What a question asks for, as weighted terms.</summary>
internal sealed record Wanted
{
    /// <summary>The question written out, as it was understood.</summary>
    public required string Text { get; init; }

    public required PhraseText Phrases { get; init; }

    /// <summary>Syllables and pairs without accents, with their weight (0 to 1).</summary>
    public required IReadOnlyDictionary<string, float> Folded { get; init; }

    /// <summary>The same with accents; empty when none were typed.</summary>
    public required IReadOnlyDictionary<string, float> Accented { get; init; }

    /// <summary>Names of synonym groups.</summary>
    public required IReadOnlyDictionary<string, float> Concepts { get; init; }

    /// <summary>What is asked about the matter.</summary>
    public ulong Aspects { get; init; }

    /// <summary>Of a story only the sentences that ask; null when all of it asks.</summary>
    public Wanted? Focus { get; init; }

    /// <summary>Both, this one's weights as they are, the other's lowered.</summary>
    public Wanted With(Wanted other, float weight) => this with
    {
        Folded = Joined(Folded, other.Folded, weight),
        Accented = Joined(Accented, other.Accented, weight),
        Concepts = Joined(Concepts, other.Concepts, weight),
    };

    private static Dictionary<string, float> Joined(IReadOnlyDictionary<string, float> own, IReadOnlyDictionary<string, float> other, float weight)
    {
        var joined = new Dictionary<string, float>(own);
        foreach (var (term, value) in other)
            joined.TryAdd(term, value * weight);
        return joined;
    }
}
