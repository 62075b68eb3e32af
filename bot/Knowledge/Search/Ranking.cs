namespace ChatBot.Knowledge.Search;

/// <summary>How much each sign weighs. Fitted on the wordings of the articles and on tests/questions, never on a person's letters.</summary>
internal static class Ranking
{
    /// <summary>In the order of <see cref="ArticleSign"/>.</summary>
    public static readonly float[] ArticleWeights = [3.51f, 0.76f, 3.44f, 1.17f, 0.00f, 1.63f, 0.57f, 1.34f, 0.87f, 0.48f, 5.96f, 2.39f, 2.17f, 2.63f, 4.00f, 2.70f];

    /// <summary>In the order of <see cref="ProvisionSign"/>.</summary>
    public static readonly float[] ProvisionWeights = [3.85f, 1.63f, 2.81f, 4.24f, 4.49f, 0.00f, 6.00f, 0.33f, 0.96f, 2.49f, 7.09f, 6.31f];

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
