namespace ChatBot.Knowledge.Search;

/// <summary>How much each sign weighs. Fitted on the wordings of the articles and on tests/questions, never on a person's letters.</summary>
internal static class Ranking
{
    /// <summary>In the order of <see cref="ArticleSign"/>.</summary>
    public static readonly float[] ArticleWeights = [4.16f, 0.96f, 3.31f, 1.67f, 0.18f, 1.65f, 0.86f, 1.35f, 0.83f, 0.50f, 5.51f, 2.43f, 2.32f, 2.15f, 4.00f, 2.88f];

    /// <summary>In the order of <see cref="ProvisionSign"/>.</summary>
    public static readonly float[] ProvisionWeights = [4.05f, 1.71f, 3.52f, 5.06f, 4.18f, 0.00f, 6.00f, 0.44f, 0.98f, 3.33f, 7.22f, 6.16f];

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
