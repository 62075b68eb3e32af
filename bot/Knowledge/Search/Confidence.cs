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
        new((int)ArticleSign.CoveredByBody, (int)ArticleSign.WordingAlike, (int)ArticleSign.StatuteShare, [2.583f, 0.081f, -0.029f, 3.622f, 2.624f, 0.916f, 2.438f], -14.708f);

    public static readonly Confidence OfProvision =
        new((int)ProvisionSign.CoveredByText, (int)ProvisionSign.HeadingAlike, (int)ProvisionSign.ArticleShare, [1.501f, 0.107f, 0.341f, 0.298f, 1.441f, 0.224f, 0.342f], -8.423f);

    /// <summary>The same where no statute was imported, so that nothing can agree.</summary>
    public static readonly Confidence OfArticleAlone =
        new((int)ArticleSign.CoveredByBody, (int)ArticleSign.WordingAlike, (int)ArticleSign.StatuteShare, [1.912f, 0.315f, 0.093f, 3.462f, 3.053f, -0.275f, 0.000f], -18.293f);

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
