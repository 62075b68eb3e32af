using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Finds in a text what the synonym groups are about, whichever of their phrases stands there.</summary>
internal sealed class Concepts
{
    private readonly Node accented = new();
    private readonly Node folded = new();

    /// <remarks>A phrase may stand in several groups. Behind <c>=</c> it is only found where accents are typed: <c>=đền</c>, for "den" is mostly đến.</remarks>
    public Concepts(IReadOnlyList<SynonymGroup> groups)
    {
        foreach (var (group, phrase) in groups.SelectMany(group => group.Phrases.Select(it => (group, it))))
        {
            var syllables = Syllable.Of(phrase).Select(Tones.Spoken).ToList();
            accented.Add(syllables, group.Name);
            if (!phrase.StartsWith('='))
                folded.Add(syllables.Select(Text.Fold), group.Name);
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

    private static int Step(IReadOnlyList<string> syllables, int start, Node node, HashSet<string> found)
    {
        var (used, names) = (1, default(List<string>));
        for (var i = start; i < syllables.Count && node.Next.TryGetValue(Tones.Spoken(syllables[i]), out var next); i++)
        {
            node = next;
            if (node.Names.Count > 0)
                (used, names) = (i - start + 1, node.Names);
        }

        found.UnionWith(names ?? []);
        return used;
    }

    /// <summary>What may follow the syllables read so far.</summary>
    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = [];

        /// <summary>The groups that have the phrase which ends here.</summary>
        public List<string> Names { get; } = [];

        public void Add(IEnumerable<string> syllables, string name)
        {
            var node = this;
            foreach (var syllable in syllables)
            {
                if (!node.Next.TryGetValue(syllable, out var next))
                    node.Next[syllable] = next = new Node();
                node = next;
            }

            node.Names.Add(name);
        }
    }
}
