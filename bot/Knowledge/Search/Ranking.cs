namespace ChatBot.Knowledge.Search;

/// <summary>How much each sign weighs. Fitted on the wordings of the articles and on tests/questions, never on a person's letters.</summary>
internal static class Ranking
{
    /// <summary>In the order of <see cref="ArticleSign"/>.</summary>
    public static readonly float[] ArticleWeights = [4.81f, 1.24f, 3.30f, 2.47f, 1.19f, 1.84f, 1.25f, 1.27f, 0.82f, 0.85f, 5.28f, 2.47f, 2.60f, 1.77f, 4.00f, 1.05f];

    /// <summary>In the order of <see cref="ProvisionSign"/>.</summary>
    public static readonly float[] ProvisionWeights = [4.56f, 1.30f, 5.23f, 6.63f, 3.74f, 0.18f, 6.00f, 0.00f, 0.18f, 1.46f, 7.73f, 6.62f];

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
