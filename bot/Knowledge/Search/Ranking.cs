namespace ChatBot.Knowledge.Search;

/// <summary>How much each kind of evidence weighs. Fitted on the wordings of the articles and on tests/questions, never on a person's letters.</summary>
internal static class Ranking
{
    public static readonly float[] ArticleWeights = [8, 2, 2, 1, 4, 1, 1, 3, 1, 2, 1, 1, 1, 4, 2, 2, 1, 1];
    public static readonly float[] ProvisionWeights = [6, 2, 1, 4, 4, 1, 6, 0.5f, 1, 1, 3, 0.3f, 0.5f];

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
