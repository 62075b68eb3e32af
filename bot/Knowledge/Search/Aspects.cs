using System.Numerics;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Finds what is asked about a matter: how long, how much, which papers, what fine. A set of aspects is one number, a bit for each.</summary>
internal sealed class Aspects
{
    // One bit each.
    private const int Most = 64;

    private readonly Concepts known;
    private readonly Dictionary<string, ulong> bits;

    public Aspects(IReadOnlyList<SynonymGroup> groups)
    {
        known = new Concepts(groups);
        bits = groups.Take(Most).Index().ToDictionary(it => it.Item.Name, it => 1UL << it.Index);
    }

    public ulong Of(IReadOnlyList<string> syllables, bool hasAccents) => known.Find(syllables, hasAccents).Aggregate(0UL, (set, it) => set | bits.GetValueOrDefault(it));

    public ulong Of((string Text, bool HasAccents) written) =>
        Of(Syllable.Of(written.HasAccents ? written.Text : Text.Fold(written.Text)), written.HasAccents);

    public IEnumerable<string> Names(ulong set) => bits.Where(it => (it.Value & set) != 0).Select(it => it.Key);

    /// <summary>Which share of what is asked is found, 0 to 1; 0 when nothing is asked.</summary>
    public static float Share(ulong found, ulong asked) => asked == 0 ? 0 : (float)BitOperations.PopCount(found & asked) / BitOperations.PopCount(asked);
}
