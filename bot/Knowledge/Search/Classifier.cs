namespace ChatBot.Knowledge.Search;

/// <summary>Tells of what kind a text is, learned from examples: softmax regression over its words.</summary>
internal sealed class Classifier
{
    private const int Rounds = 12;
    private const float Step = 0.4f;

    // An example that is known this well teaches nothing more.
    private const float Learned = 0.002f;

    private readonly string[] kinds;
    private readonly Dictionary<string, int> terms = [];
    private readonly float[] weights;
    private readonly float[] bases;

    /// <param name="examples">Each with its kind and the terms it was read as.</param>
    public Classifier(IReadOnlyList<(string Kind, IReadOnlyList<string> Terms)> examples)
    {
        kinds = [.. examples.Select(it => it.Kind).Distinct().Order(StringComparer.Ordinal)];
        bases = new float[kinds.Length];
        var read = examples.Select(it => (Kind: Array.IndexOf(kinds, it.Kind), Terms: it.Terms.Select(Place).ToArray())).ToArray();
        weights = new float[terms.Count * kinds.Length];
        var moved = new float[weights.Length];
        var shares = new float[kinds.Length];
        // The same order every time, and not that of the files.
        new Random(1).Shuffle(read);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (kind, each) in read)
                Learn(kind, each, shares, moved);
        }
    }

    public IReadOnlyList<string> Kinds => kinds;

    /// <summary>How likely each of <see cref="Kinds"/> is; adds up to 1.</summary>
    public float[] Of(IEnumerable<string> text)
    {
        var shares = new float[kinds.Length];
        Share([.. text.Select(it => terms.GetValueOrDefault(it, -1)).Where(it => it >= 0)], shares);
        return shares;
    }

    // Where a term's weights begin, one for each kind.
    private int Place(string term)
    {
        if (!terms.TryGetValue(term, out var place))
            terms[term] = place = terms.Count * kinds.Length;
        return place;
    }

    // AdaGrad: a word that was moved often moves less.
    private void Learn(int right, int[] each, float[] shares, float[] moved)
    {
        Share(each, shares);
        var size = Size(each);
        for (var kind = 0; kind < shares.Length; kind++)
        {
            var pull = (kind == right ? 1 : 0) - shares[kind];
            if (MathF.Abs(pull) < Learned)
                continue;
            bases[kind] += 0.01f * pull;
            var slope = pull * size;
            foreach (var place in each)
            {
                var sum = moved[place + kind] += slope * slope;
                weights[place + kind] += Step * slope / MathF.Sqrt(sum + 1e-6f);
            }
        }
    }

    private void Share(int[] each, float[] shares)
    {
        Array.Clear(shares);
        foreach (var place in each)
        {
            for (var kind = 0; kind < shares.Length; kind++)
                shares[kind] += weights[place + kind];
        }

        var (size, top) = (Size(each), float.MinValue);
        for (var kind = 0; kind < shares.Length; kind++)
            top = Math.Max(top, shares[kind] = (shares[kind] * size) + bases[kind]);
        var sum = 0f;
        for (var kind = 0; kind < shares.Length; kind++)
            sum += shares[kind] = MathF.Exp(shares[kind] - top);
        for (var kind = 0; kind < shares.Length; kind++)
            shares[kind] /= sum;
    }

    private static float Size(int[] each) => 1 / MathF.Sqrt(Math.Max(1, each.Length));
}
