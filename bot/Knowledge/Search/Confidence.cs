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
        new((int)ArticleSign.CoveredByBody, (int)ArticleSign.WordingAlike, (int)ArticleSign.StatuteShare, [2.752f, 0.011f, 0.066f, 5.404f, 2.549f, 2.435f, 2.166f], -15.386f);

    public static readonly Confidence OfProvision =
        new((int)ProvisionSign.CoveredByText, (int)ProvisionSign.HeadingAlike, (int)ProvisionSign.ArticleShare, [0.356f, 0.024f, 0.345f, 0.942f, 1.699f, 0.963f, 1.495f], -9.314f);

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
