namespace ChatBot.Knowledge.Search;

/// <summary>The entries of one kind that have a chance, each with its row of signs; all others are out.</summary>
internal sealed class Candidates
{
    private readonly Dictionary<int, float[]> rows;

    /// <param name="places">Each once.</param>
    public Candidates(IEnumerable<int> places, int signs)
    {
        Places = [.. places];
        rows = Places.ToDictionary(it => it, _ => new float[signs]);
    }

    public IReadOnlyList<int> Places { get; }

    public float[] this[int place] => rows[place];

    public bool Has(int place) => rows.ContainsKey(place);

    public float Sign(int place, int sign) => rows.TryGetValue(place, out var row) ? row[sign] : 0;

    /// <summary>Writes into one sign how near each row comes to the best row of another.</summary>
    public void AmongBest(int from, int to)
    {
        var best = Places.Select(it => rows[it][from]).DefaultIfEmpty(0).Max();
        foreach (var place in Places)
            rows[place][to] = Evidence.Share(rows[place][from], best);
    }

    /// <summary>How the entries would share the answer among them, from their scores.</summary>
    public Dictionary<int, float> Shares(float[] weights)
    {
        var scores = Places.ToDictionary(it => it, it => Ranking.Score(rows[it], weights));
        var best = scores.Values.DefaultIfEmpty(0).Max();
        var sum = scores.Values.Sum(it => MathF.Exp(it - best));
        return scores.ToDictionary(it => it.Key, it => MathF.Exp(it.Value - best) / sum);
    }

    /// <summary>The places of the greatest values above 0, greatest first.</summary>
    public static IEnumerable<int> Greatest(float[] values, int most)
    {
        var kept = new PriorityQueue<int, float>();
        for (var place = 0; place < values.Length; place++)
        {
            if (values[place] <= 0)
                continue;
            if (kept.Count < most)
                kept.Enqueue(place, values[place]);
            else if (kept.TryPeek(out _, out var least) && values[place] > least)
                kept.EnqueueDequeue(place, values[place]);
        }

        return kept.UnorderedItems.OrderByDescending(it => it.Priority).ThenBy(it => it.Element).Select(it => it.Element);
    }
}
