using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Finds in a text what the synonym groups are about, whichever of their phrases stands there.</summary>
internal sealed class Concepts
{
    private readonly Dictionary<string, string> accented = [];
    private readonly Dictionary<string, string> folded = [];
    private readonly int longest;

    public Concepts(IReadOnlyList<SynonymGroup> groups)
    {
        foreach (var (group, phrase) in groups.SelectMany(group => group.Phrases.Select(it => (group, it))))
        {
            var key = string.Join(' ', Syllable.Of(phrase));
            accented.TryAdd(key, group.Name);
            folded.TryAdd(Text.Fold(key), group.Name);
            longest = Math.Max(longest, key.Count(it => it == ' ') + 1);
        }
    }

    /// <summary>The groups' names, each once; the longest phrase at a place wins and is used up.</summary>
    /// <param name="withAccents">True when the writer typed accents, so that they must agree.</param>
    public IReadOnlySet<string> Find(IReadOnlyList<string> syllables, bool withAccents)
    {
        var found = new HashSet<string>();
        for (var start = 0; start < syllables.Count;)
            start += Step(syllables, start, withAccents ? accented : folded, found);
        return found;
    }

    private int Step(IReadOnlyList<string> syllables, int start, Dictionary<string, string> phrases, HashSet<string> found)
    {
        for (var length = Math.Min(longest, syllables.Count - start); length > 0; length--)
        {
            if (!phrases.TryGetValue(string.Join(' ', syllables.Skip(start).Take(length)), out var name))
                continue;
            found.Add(name);
            return length;
        }

        return 1;
    }
}
