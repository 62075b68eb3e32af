namespace ChatBot.Knowledge.Search;

/// <summary>What can speak for an article of ours; each sign is mostly 0 to 1, relative to all that is asked.</summary>
internal enum ArticleSign
{
    WordingAlike,
    ThreeWordingsAlike,
    TitleAlike,
    AllWordings,
    CoveredByWordings,
    Body,
    CoveredByBody,
    Concepts,
    AccentsAmongBest,
    AllWordingsAmongBest,
    BodyAmongBest,
    CitedHeading,
    CitedText,
    StatuteShare,
    NamedPlace,
    FineAskedAndCited,
}

/// <summary>What can speak for a provision.</summary>
internal enum ProvisionSign
{
    HeadingAlike,
    HeadingAccents,
    Text,
    CoveredByText,
    Concepts,
    TextAmongBest,
    NamedPlace,
    IsLaw,
    IsFirstLaw,
    FineAskedAndSet,
    DefinesWhatIsAsked,
    ArticleShare,
}

/// <summary>Everything the shelves say about one question: for each entry the same row of signs.</summary>
internal sealed class Evidence
{
    public Evidence(KnowledgeIndex index, Wanted wanted)
    {
        (Index, Wanted) = (index, wanted);
        Mass = MassOf(index, wanted);
        AsksFine = wanted.Concepts.ContainsKey("muc-phat") || wanted.Folded.ContainsKey("xu_phat");
        var statutes = new StatuteEvidence(this);
        Provisions = statutes.Rows();
        var articles = new ArticleEvidence(this, statutes);
        Articles = articles.Rows(Shares(Provisions, Ranking.ProvisionWeights));
        NearestUnit = articles.NearestUnit;
        statutes.AddArticleShares(Provisions, Shares(Articles, Ranking.ArticleWeights));
    }

    public KnowledgeIndex Index { get; }

    public Wanted Wanted { get; }

    /// <summary>The weight of all that is asked.</summary>
    public float Mass { get; }

    /// <summary>True when the question is what a breach of the law costs.</summary>
    public bool AsksFine { get; }

    /// <summary>One row of <see cref="ArticleSign"/> for each article of the content.</summary>
    public float[][] Articles { get; }

    /// <summary>One row of <see cref="ProvisionSign"/> for each provision.</summary>
    public float[][] Provisions { get; }

    /// <summary>For each article the place of the unit that fits best; -1 for none.</summary>
    public int[] NearestUnit { get; }

    public static float Share(float part, float whole) => whole > 0 ? part / whole : 0;

    public static float Alike(float common, float first, float second) => first * second > 0 ? common / MathF.Sqrt(first * second) : 0;

    /// <summary>Writes into one sign how near each row comes to the best row of another.</summary>
    public static void AmongBest(float[][] rows, int from, int to)
    {
        var best = 0f;
        foreach (var row in rows)
            best = Math.Max(best, row[from]);
        foreach (var row in rows)
            row[to] = Share(row[from], best);
    }

    // How the rows would share the answer among them, from their scores.
    private static float[] Shares(float[][] rows, float[] weights)
    {
        var scores = Array.ConvertAll(rows, it => Ranking.Score(it, weights));
        var best = scores.DefaultIfEmpty(0).Max();
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = MathF.Exp(scores[i] - best);
        return Array.ConvertAll(scores, it => it / sum);
    }

    // Pairs that nobody ever wrote say nothing: another order of words makes new ones.
    private static float MassOf(KnowledgeIndex index, Wanted wanted)
    {
        var shelf = index.UnitShelf;
        var mass = 0f;
        foreach (var (term, weight) in wanted.Folded)
        {
            var rarity = shelf.Rarity(KnowledgeIndex.Folded, term);
            if (!term.Contains('_') || rarity < shelf.Rarity(0))
                mass += weight * rarity;
        }

        return mass + wanted.Concepts.Sum(it => it.Value * shelf.Rarity(KnowledgeIndex.Concept, it.Key));
    }
}
