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
        Folded = index.ArticleShelf.Weighed(KnowledgeIndex.Folded, wanted.Folded);
        Concepts = index.ArticleShelf.Weighed(KnowledgeIndex.Concept, wanted.Concepts);
        Mass = MassOf(index.ArticleShelf);
        Known = KnownShare(index.ArticleShelf);
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

    /// <summary>What is asked, weighed by how few articles speak of it: in how many wordings a word stands says little.</summary>
    public Dictionary<string, float> Folded { get; }

    /// <summary>The synonym groups asked for, weighed likewise.</summary>
    public Dictionary<string, float> Concepts { get; }

    /// <summary>The weight of all that is asked.</summary>
    public float Mass { get; }

    /// <summary>The share of the asked words that stand in any article at all, the rarer the more; 1 when nothing is asked.</summary>
    public float Known { get; }

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
    private float MassOf(Shelf shelf)
    {
        var (mass, unknown) = (Concepts.Values.Sum(), shelf.Rarity(0));
        foreach (var (term, weight) in Folded)
        {
            if (!term.Contains('_') || weight < Wanted.Folded[term] * unknown)
                mass += weight;
        }

        return mass;
    }

    private float KnownShare(Shelf shelf)
    {
        var (known, all) = (0f, 0f);
        foreach (var (term, weight) in shelf.Weighed(KnowledgeIndex.Body, Wanted.Folded).Where(it => !it.Key.Contains('_')))
        {
            all += weight;
            if (weight < Wanted.Folded[term] * shelf.Rarity(0))
                known += weight;
        }

        return all > 0 ? known / all : 1;
    }
}
