namespace ChatBot.Knowledge.Search;

/// <summary>How much each sign weighs, and how sure a ranking is of its first. Fitted by tests/ranking on the wordings of the articles and on part of tests/questions, never on a person's letters.</summary>
/// <param name="Articles">In the order of <see cref="ArticleSign"/>.</param>
/// <param name="Provisions">In the order of <see cref="ProvisionSign"/>.</param>
/// <param name="Confidence">In the order of <see cref="ConfidenceSign"/>.</param>
/// <param name="ConfidenceBase">What the confidence begins with.</param>
internal sealed partial record Ranking(float[] Articles, float[] Provisions, float[] Confidence, float ConfidenceBase)
{
    // An article of ours speaks for what it cites, in its place, when it fits about as well; for what it cites further down only when nearly so.
    private const float SpeaksFor = 0.05f, SpeaksForLater = 0.6f;
    private const int CitedFirst = 2;

    // In the measure of scores.
    private const float Behind = 2;

    /// <summary>The weights that fit the content.</summary>
    public static Ranking For(KnowledgeContent content) => content.Provisions.Count > 0 ? WithStatutes : Alone;

    public static float Score(float[] row, float[] weights)
    {
        var sum = 0f;
        for (var i = 0; i < row.Length; i++)
            sum += row[i] * weights[i];
        return sum;
    }

    /// <summary>The allowed entries, best first, each with its share of the answer; the shares add up to 1.</summary>
    /// <param name="echoes">True to keep a provision beside the article of ours that speaks for it.</param>
    public IReadOnlyList<Scored> Order(Evidence evidence, Allowed allowed, bool echoes = false)
    {
        var all = evidence.Articles.Places.Where(allowed.Article).Select(it => new Scored(false, it, Score(evidence.Articles[it], Articles))).ToList();
        var highest = HighestForProvisions(all, evidence);
        all.AddRange(evidence.Provisions.Places.Where(allowed.Provision).Select(it => new Scored(true, it, Math.Min(highest(it), Score(evidence.Provisions[it], Provisions)))));
        var top = all.Select(it => it.Score).DefaultIfEmpty(0).Max();
        var sum = all.Sum(it => MathF.Exp(it.Score - top));
        List<Scored> order = [.. all.Select(it => it with { Share = MathF.Exp(it.Score - top) / sum }).OrderByDescending(it => it.Share)];
        return echoes ? order : [.. WithoutEchoes(order, evidence.Index.Cited).OrderByDescending(it => it.Share)];
    }

    /// <summary>How likely the first of an order is right, 0 to 1.</summary>
    public double Sure(IReadOnlyList<Scored> order, Evidence evidence) =>
        order.Count == 0 ? 0 : 1 / (1 + Math.Exp(-(ConfidenceBase + Score(ConfidenceSigns.Of(order, evidence), Confidence))));

    // Where an editor has written the very question, a provision that the question does not name stands behind.
    private static Func<int, float> HighestForProvisions(List<Scored> articles, Evidence evidence)
    {
        var written = articles.Where(it => evidence.Articles.Sign(it.Place, (int)ArticleSign.WordingAlike) >= Thresholds.EditorsWording).Select(it => it.Score - Behind).DefaultIfEmpty(float.MaxValue).Max();
        return provision => evidence.Provisions.Sign(provision, (int)ProvisionSign.NamedPlace) > 0 ? float.MaxValue : written;
    }

    // The law's own wording is the last resort: where an article of ours rests on a provision and fits about as well, it
    // takes the provision's place and share, and the provision is not offered beside it.
    private static List<Scored> WithoutEchoes(List<Scored> order, CitedProvisions cited)
    {
        var kept = new List<Scored>(order);
        foreach (var statute in order.Where(it => it.IsProvision))
        {
            var speaker = kept.FindIndex(it => !it.IsProvision && SpeaksForIt(it, statute, cited.Of(it.Place)));
            if (speaker < 0)
                continue;
            kept[speaker] = kept[speaker] with { Share = kept[speaker].Share + statute.Share };
            kept.Remove(statute);
        }

        return kept;
    }

    private static bool SpeaksForIt(Scored ours, Scored statute, IReadOnlyList<int> cited)
    {
        for (var rank = 0; rank < cited.Count; rank++)
        {
            if (cited[rank] == statute.Place)
                return ours.Share >= statute.Share * (rank < CitedFirst ? SpeaksFor : SpeaksForLater);
        }

        return false;
    }
}

/// <summary>An entry with its score.</summary>
/// <param name="Place">Its place in the content, among the provisions or the articles of ours.</param>
/// <param name="Share">Its share of the answer among all entries, 0 to 1.</param>
internal readonly record struct Scored(bool IsProvision, int Place, float Score, float Share = 0);

/// <summary>Which entries may be given at all, by their places in the content.</summary>
internal sealed record Allowed(Func<int, bool> Article, Func<int, bool> Provision);
