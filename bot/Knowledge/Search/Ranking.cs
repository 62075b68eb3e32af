namespace ChatBot.Knowledge.Search;

/// <summary>How much each sign weighs. Fitted on the wordings of the articles and on tests/questions, never on a person's letters.</summary>
internal static class Ranking
{
    /// <summary>In the order of <see cref="ArticleSign"/>.</summary>
    public static readonly float[] ArticleWeights = [2.76f, 0.63f, 3.73f, 0.49f, 0.00f, 1.54f, 0.08f, 1.82f, 0.75f, 0.83f, 6.61f, 2.43f, 2.05f, 3.59f, 4.00f, 2.45f];

    /// <summary>In the order of <see cref="ProvisionSign"/>.</summary>
    public static readonly float[] ProvisionWeights = [3.71f, 1.87f, 2.54f, 3.50f, 5.11f, 0.00f, 6.00f, 0.31f, 0.85f, 1.36f, 6.84f, 6.37f];

    /// <summary>The entries' places with their scores, best first.</summary>
    public static (int Place, float Score)[] Order(float[][] rows, float[] weights, Func<int, bool> allowed)
    {
        var scored = new List<(int Place, float Score)>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (allowed(i))
                scored.Add((i, Score(rows[i], weights)));
        }

        scored.Sort((one, other) => other.Score.CompareTo(one.Score));
        return [.. scored];
    }

    public static float Score(float[] row, float[] weights)
    {
        var sum = 0f;
        for (var i = 0; i < row.Length; i++)
            sum += row[i] * weights[i];
        return sum;
    }
}
