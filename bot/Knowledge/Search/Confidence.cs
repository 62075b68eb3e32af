namespace ChatBot.Knowledge.Search;

/// <summary>How likely the first of a ranking is right.</summary>
internal static class Confidence
{
    public static readonly string[] Names = ["share", "score", "lead", "covered", "asked", "alike"];

    public static readonly float[] ArticleWeights = [2.457f, 0.151f, 0.217f, 2.033f, 1.932f, 0.119f];
    public const float ArticleBase = -12.556f;

    public static readonly float[] ProvisionWeights = [4.028f, 0.166f, 0.083f, 3.098f, 1.338f, 0.967f];
    public const float ProvisionBase = -10.628f;

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
