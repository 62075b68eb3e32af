namespace ChatBot.Knowledge.Search;

/// <summary>Tells of what kind a text is, learned from examples: softmax regression over its words.</summary>
/// <remarks>It reads the same terms as the search does: syllables, pairs, synonym groups, and accented syllables where accents were typed.</remarks>
internal sealed class Classifier
{
    private const int Rounds = 20;
    private const float Step = 0.4f, Shrinkage = 1e-5f;

    private readonly string[] kinds;
    private readonly Dictionary<string, int> terms = [];
    private readonly List<float[]> weights = [];
    private readonly float[] bases;

    /// <param name="examples">Each with its kind and the terms it was read as.</param>
    public Classifier(IReadOnlyList<(string Kind, IReadOnlyList<string> Terms)> examples)
    {
        kinds = [.. examples.Select(it => it.Kind).Distinct().Order(StringComparer.Ordinal)];
        bases = new float[kinds.Length];
        var read = examples.Select(it => (Kind: Array.IndexOf(kinds, it.Kind), Terms: it.Terms.Select(Known).ToArray())).ToArray();
        // The same order every time, and not that of the files.
        new Random(1).Shuffle(read);
        var moved = weights.ConvertAll(_ => new float[kinds.Length]);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (kind, each) in read)
                Learn(kind, each, moved);
        }
    }

    public IReadOnlyList<string> Kinds => kinds;

    /// <summary>How likely each of <see cref="Kinds"/> is; adds up to 1.</summary>
    public float[] Of(IEnumerable<string> text) => Shares([.. text.Select(it => terms.GetValueOrDefault(it, -1)).Where(it => it >= 0)]);

    private int Known(string term)
    {
        if (!terms.TryGetValue(term, out var place))
        {
            terms[term] = place = weights.Count;
            weights.Add(new float[kinds.Length]);
        }

        return place;
    }

    // AdaGrad: a word that was moved often moves less.
    private void Learn(int right, int[] each, List<float[]> moved)
    {
        var shares = Shares(each);
        var size = 1 / MathF.Sqrt(Math.Max(1, each.Length));
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            var pull = (kind == right ? 1 : 0) - shares[kind];
            bases[kind] += 0.01f * pull;
            foreach (var term in each)
            {
                var slope = (pull * size) - (Shrinkage * weights[term][kind]);
                moved[term][kind] += slope * slope;
                weights[term][kind] += Step * slope / MathF.Sqrt(moved[term][kind] + 1e-6f);
            }
        }
    }

    private float[] Shares(int[] each)
    {
        var size = 1 / MathF.Sqrt(Math.Max(1, each.Length));
        var scores = (float[])bases.Clone();
        foreach (var term in each)
        {
            for (var kind = 0; kind < scores.Length; kind++)
                scores[kind] += size * weights[term][kind];
        }

        var top = scores.DefaultIfEmpty(0).Max();
        var sum = 0f;
        for (var kind = 0; kind < scores.Length; kind++)
            sum += scores[kind] = MathF.Exp(scores[kind] - top);
        return Array.ConvertAll(scores, it => it / sum);
    }
}
