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

    public static readonly string[] Names = ["share", "score", "lead", "covered", "known", "alike", "agreed"];

    public static readonly Confidence OfArticle =
        new((int)ArticleSign.CoveredByBody, (int)ArticleSign.WordingAlike, (int)ArticleSign.StatuteShare, [4.094f, 0.135f, -0.080f, -1.468f, 2.310f, 1.170f, 2.169f], -6.297f);

    public static readonly Confidence OfProvision =
        new((int)ProvisionSign.CoveredByText, (int)ProvisionSign.HeadingAlike, (int)ProvisionSign.ArticleShare, [3.158f, 0.048f, 0.309f, -0.395f, 2.644f, 0.500f, -0.223f], -5.286f);

    /// <summary>The same where no statute was imported, so that nothing can agree.</summary>
    public static readonly Confidence OfArticleAlone =
        new((int)ArticleSign.CoveredByBody, (int)ArticleSign.WordingAlike, (int)ArticleSign.StatuteShare, [3.458f, 0.448f, -0.020f, -2.250f, 2.225f, 0.271f, 0.000f], -8.938f);

    /// <param name="order">Scores, best first; not empty.</param>
    /// <param name="known">The share of the asked words that stand in any article at all.</param>
    public double Of((int Place, float Score)[] order, float[] best, float known) =>
        1 / (1 + Math.Exp(-(Base + Ranking.Score(Signs(order, best, known), Weights))));

    /// <summary>What the confidence looks at, in the order of <see cref="Names"/>.</summary>
    public float[] Signs((int Place, float Score)[] order, float[] best, float known)
    {
        var top = order[0].Score;
        var all = order.Take(Looked).Sum(it => MathF.Exp(it.Score - top));
        var lead = order.Length > 1 ? top - order[1].Score : top;
        return [1 / all, top, MathF.Min(lead, WidestLead), best[Covered], known, best[Alike], best[Agreed]];
    }
}
