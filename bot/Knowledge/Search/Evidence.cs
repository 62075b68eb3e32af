namespace ChatBot.Knowledge.Search;

/// <summary>Everything the shelves say about one question: for each entry the same row of numbers, mostly 0 to 1.</summary>
internal sealed class Evidence
{
    public static readonly string[] ArticleNames =
    [
        "wording alike", "wording alike, three best", "wording covers", "wording with accents", "all wordings", "all wordings with accents",
        "body", "covered by wordings", "covered by body", "title alike", "concepts", "cited heading", "cited text", "named provision",
        "wording among best", "all wordings among best", "body among best", "accents among best",
    ];

    public static readonly string[] ProvisionNames =
    [
        "heading alike", "heading covers", "heading with accents", "text", "covered by text", "concepts", "named provision", "law, not decree",
        "fine asked and set", "heading among best", "text among best", "first law", "accents among best",
    ];

    public Evidence(KnowledgeIndex index, Wanted wanted)
    {
        (Index, Wanted) = (index, wanted);
        Mass = MassOf(index, wanted);
        var statutes = new StatuteEvidence(this);
        Provisions = statutes.Rows();
        Articles = new ArticleEvidence(this, statutes).Rows();
    }

    public KnowledgeIndex Index { get; }

    public Wanted Wanted { get; }

    /// <summary>The weight of all that is asked.</summary>
    public float Mass { get; }

    /// <summary>One row for each article of the content.</summary>
    public float[][] Articles { get; }

    /// <summary>One row for each provision.</summary>
    public float[][] Provisions { get; }

    /// <summary>Presence of syllables, pairs and concepts on a shelf.</summary>
    public float[] Presence(Shelf shelf, string field) =>
        Plus(shelf.Presence(field, Wanted.Folded), shelf.Presence(KnowledgeIndex.Concept, Wanted.Concepts));

    public static float[] Plus(float[] scores, float[] more)
    {
        for (var i = 0; i < scores.Length; i++)
            scores[i] += more[i];
        return scores;
    }

    public static float Share(float part, float whole) => whole > 0 ? part / whole : 0;

    public static float Alike(float common, float first, float second) => first * second > 0 ? common / MathF.Sqrt(first * second) : 0;

    // Pairs that nobody ever wrote say nothing: another order of words makes new ones.
    private static float MassOf(KnowledgeIndex index, Wanted wanted)
    {
        var shelf = index.UnitShelf;
        var known = wanted.Folded.Where(it => !it.Key.Contains('_') || shelf.Rarity(KnowledgeIndex.Folded, it.Key) < shelf.Rarity(0));
        return known.Sum(it => it.Value * shelf.Rarity(KnowledgeIndex.Folded, it.Key))
            + wanted.Concepts.Sum(it => it.Value * shelf.Rarity(KnowledgeIndex.Concept, it.Key));
    }
}
