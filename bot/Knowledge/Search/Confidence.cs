namespace ChatBot.Knowledge.Search;

/// <summary>How likely the first of a ranking is right.</summary>
internal static class Confidence
{
    public static readonly string[] Names = ["share", "score", "lead", "covered", "asked", "alike"];

    public static readonly float[] ArticleWeights = [3, 0.1f, 0.3f, 3, 0, 2];
    public const float ArticleBase = -5;

    public static readonly float[] ProvisionWeights = [3, 0.1f, 0.3f, 3, 0, 2];
    public const float ProvisionBase = -6;

    /// <summary>What the confidence looks at, in the order of <see cref="Names"/>.</summary>
    /// <param name="order">Scores, best first; not empty.</param>
    /// <param name="best">The evidence for the first.</param>
    /// <param name="covered">Where in the row stands how much of the question the entry holds.</param>
    public static float[] Signs((int Place, float Score)[] order, float[] best, int covered, float mass)
    {
        var top = order[0].Score;
        var all = order.Take(20).Sum(it => MathF.Exp(it.Score - top));
        var lead = order.Length > 1 ? top - order[1].Score : top;
        return [1 / all, top, MathF.Min(lead, 5), best[covered], MathF.Log(1 + mass), best[0]];
    }

    public static double Of(float[] signs, float[] weights, float start) => 1 / (1 + Math.Exp(-(start + Ranking.Score(signs, weights))));
}
