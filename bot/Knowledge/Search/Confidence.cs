namespace ChatBot.Knowledge.Search;

/// <summary>How likely the first of a ranking is right: a logistic curve over a few signs, fitted like <see cref="Ranking"/>.</summary>
/// <param name="Covered">Which sign tells how much of the question the entry holds.</param>
/// <param name="Alike">Which tells how near its title or wording comes.</param>
/// <param name="Agreed">Which tells what the other kind of entry thinks of it.</param>
internal sealed record Confidence(int Covered, int Alike, int Agreed, float[] Weights, float Base)
{
    // Further down nothing changes the share any more.
    private const int Looked = 20;
    private const float WidestLead = 5;

    public static readonly string[] Names = ["share", "score", "lead", "covered", "asked", "alike", "agreed"];

    public static readonly Confidence OfArticle =
        new((int)ArticleSign.CoveredByBody, (int)ArticleSign.WordingAlike, (int)ArticleSign.StatuteShare, [3.182f, -0.020f, -0.050f, 4.174f, 2.552f, 2.205f, 1.870f], -14.008f);

    public static readonly Confidence OfProvision =
        new((int)ProvisionSign.CoveredByText, (int)ProvisionSign.HeadingAlike, (int)ProvisionSign.ArticleShare, [1.572f, 0.040f, 0.316f, 0.699f, 1.401f, 1.019f, 0.984f], -8.368f);

    /// <param name="order">Scores, best first; not empty.</param>
    /// <param name="mass">The weight of all that is asked.</param>
    public double Of((int Place, float Score)[] order, float[] best, float mass) =>
        1 / (1 + Math.Exp(-(Base + Ranking.Score(Signs(order, best, mass), Weights))));

    /// <summary>What the confidence looks at, in the order of <see cref="Names"/>.</summary>
    public float[] Signs((int Place, float Score)[] order, float[] best, float mass)
    {
        var top = order[0].Score;
        var all = order.Take(Looked).Sum(it => MathF.Exp(it.Score - top));
        var lead = order.Length > 1 ? top - order[1].Score : top;
        return [1 / all, top, MathF.Min(lead, WidestLead), best[Covered], MathF.Log(1 + mass), best[Alike], best[Agreed]];
    }
}
