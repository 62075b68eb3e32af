namespace ChatBot.Knowledge.Search;

/// <summary>How much each kind of evidence weighs. Fitted on the wordings of the articles and on tests/questions, never on a person's letters.</summary>
internal static class Ranking
{
    public static readonly float[] ArticleWeights = [5.49f, 1.37f, 0.00f, 0.00f, 2.71f, 0.01f, 1.64f, 1.60f, 1.23f, 2.86f, 0.83f, 2.16f, 2.31f, 4.08f, 0.00f, 0.72f, 3.98f, 0.32f];
    public static readonly float[] ProvisionWeights = [4.68f, 0.00f, 0.73f, 5.37f, 6.50f, 3.28f, 6.00f, 1.63f, 0.90f, 0.00f, 1.68f, 1.58f, 0.00f];

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
