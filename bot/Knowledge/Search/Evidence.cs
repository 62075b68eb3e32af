namespace ChatBot.Knowledge.Search;

/// <summary>Everything the shelves say about one question: for each entry that has a chance a row of signs.</summary>
internal sealed class Evidence
{
    // Of all entries these many of each kind are looked at closely; the right one is hardly ever further down.
    private const int Looked = 48;

    // The best of one kind bring in those of the other kind that they cite or are cited by.
    private const int Bringing = 12;

    // The few rarest words asked say most of what a question is about.
    private const int Rarest = 3;

    public Evidence(KnowledgeIndex index, Wanted wanted)
    {
        (Index, Wanted) = (index, wanted);
        Folded = index.ArticleShelf.Weighed(KnowledgeIndex.Folded, wanted.Folded);
        Concepts = index.ArticleShelf.Weighed(KnowledgeIndex.Concept, wanted.Concepts);
        Mass = MassOf(wanted, Folded, Concepts);
        Rare = RareOf(index.ArticleShelf);
        Known = KnownShare(index.ArticleShelf);
        AsksFine = wanted.Concepts.ContainsKey("muc-phat") || wanted.Folded.ContainsKey("xu_phat");
        TermAsked = Definitions.Asked(wanted.Text);
        var (ours, statutes) = (new ArticleEvidence(this), new StatuteEvidence(this));
        var (articles, provisions) = (Candidates.Greatest(ours.Quick, Looked).ToList(), Candidates.Greatest(statutes.Quick, Looked).ToList());
        Articles = ours.Look(articles.Union(provisions.Take(Bringing).SelectMany(index.Cited.By)).Union(statutes.NamingArticles).Union(ours.Defining), statutes);
        Provisions = statutes.Look(provisions.Union(articles.Take(Bringing).SelectMany(index.Cited.Of)).Union(statutes.NamedPlaces));
        var weights = index.Ranking;
        ours.AddStatuteShares(Articles, Provisions.Shares(weights.Provisions));
        statutes.AddArticleShares(Provisions, Articles.Shares(weights.Articles));
        NearestUnit = ours.NearestUnit;
    }

    public KnowledgeIndex Index { get; }

    public Wanted Wanted { get; }

    /// <summary>What is asked, weighed by how few articles speak of it: in how many wordings a word stands says little.</summary>
    public Dictionary<string, float> Folded { get; }

    /// <summary>The synonym groups asked for, weighed likewise.</summary>
    public Dictionary<string, float> Concepts { get; }

    /// <summary>The weight of all that is asked.</summary>
    public float Mass { get; }

    /// <summary>The rarest words asked, as far as any article speaks of them.</summary>
    public Dictionary<string, float> Rare { get; }

    /// <summary>The share of the asked words that stand in any article at all, the rarer the more; 1 when nothing is asked.</summary>
    public float Known { get; }

    /// <summary>True when the question is what a breach of the law costs.</summary>
    public bool AsksFine { get; }

    /// <summary>The word whose meaning is asked, without accents; mostly null.</summary>
    public string? TermAsked { get; }

    /// <summary>Rows of <see cref="ArticleSign"/>.</summary>
    public Candidates Articles { get; }

    /// <summary>Rows of <see cref="ProvisionSign"/>.</summary>
    public Candidates Provisions { get; }

    /// <summary>For each article the place of the unit that fits best; -1 for none.</summary>
    public int[] NearestUnit { get; }

    public static float Share(float part, float whole) => whole > 0 ? part / whole : 0;

    public static float Alike(float common, float first, float second) => first * second > 0 ? common / MathF.Sqrt(first * second) : 0;

    // Pairs that nobody ever wrote say nothing: another order of words makes new ones.
    public float MassOf(Wanted wanted, Dictionary<string, float> folded, Dictionary<string, float> concepts)
    {
        var (mass, unknown) = (concepts.Values.Sum(), Index.ArticleShelf.Rarity(0));
        foreach (var (term, weight) in folded)
        {
            if (!term.Contains('_') || weight < wanted.Folded[term] * unknown)
                mass += weight;
        }

        return mass;
    }

    private Dictionary<string, float> RareOf(Shelf shelf) => shelf.Weighed(KnowledgeIndex.Body, Wanted.Folded)
        .Where(it => !it.Key.Contains('_') && it.Value < Wanted.Folded[it.Key] * shelf.Rarity(0))
        .OrderByDescending(it => it.Value).Take(Rarest).ToDictionary();

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
