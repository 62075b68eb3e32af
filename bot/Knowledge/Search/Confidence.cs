namespace ChatBot.Knowledge.Search;

/// <summary>What tells how sure a ranking is.</summary>
internal enum ConfidenceSign
{
    /// <summary>The first entry's share.</summary>
    Share,

    /// <summary>The first entry's score.</summary>
    Score,

    /// <summary>How far the second lies behind.</summary>
    Lead,

    /// <summary>How much of the question the first entry holds.</summary>
    Covered,

    /// <summary>The share of the asked words that stand in any article at all.</summary>
    Known,

    /// <summary>How near its wording or heading comes.</summary>
    Alike,

    /// <summary>What the other kind of entry thinks of it.</summary>
    Agreed,

    /// <summary>1 for a provision.</summary>
    IsProvision,

    /// <summary>How much of the rarest words it holds.</summary>
    RareCovered,

    /// <summary>The share of all entries that rest on the provision the first rests on.</summary>
    SameSource,

    /// <summary>How many of the synonym groups asked for it holds.</summary>
    Concepts,

    /// <summary>How near a wording comes that asks the same about the matter (how long, how much, which papers).</summary>
    SameAspect,

    /// <summary>How near its title comes.</summary>
    Title,

    /// <summary>How much is asked: the logarithm of the number of syllables.</summary>
    Length,
}

/// <summary>Reads the signs of confidence off an order.</summary>
internal static class ConfidenceSigns
{
    private const float WidestLead = 5;

    /// <param name="order">Best first; not empty.</param>
    public static float[] Of(IReadOnlyList<Scored> order, Evidence evidence)
    {
        var (first, second) = (order[0], order.Count > 1 ? order[1].Share : 0);
        var row = first.IsProvision ? evidence.Provisions[first.Place] : evidence.Articles[first.Place];
        var signs = first.IsProvision
            ? (Covered: (int)ProvisionSign.CoveredByText, Alike: (int)ProvisionSign.HeadingAlike, Agreed: (int)ProvisionSign.ArticleShare, Rare: (int)ProvisionSign.RareCovered, Concepts: (int)ProvisionSign.Concepts, Aspect: (int)ProvisionSign.AspectOfHeading, Title: (int)ProvisionSign.HeadingAlike)
            : (Covered: (int)ArticleSign.CoveredByBody, Alike: (int)ArticleSign.WordingAlike, Agreed: (int)ArticleSign.StatuteShare, Rare: (int)ArticleSign.RareCovered, Concepts: (int)ArticleSign.Concepts, Aspect: (int)ArticleSign.SameAspectAlike, Title: (int)ArticleSign.TitleAlike);
        return
        [
            first.Share, first.Score, MathF.Min(WidestLead, second > 0 ? MathF.Log(first.Share / second) : WidestLead), row[signs.Covered], evidence.Known,
            row[signs.Alike], row[signs.Agreed], first.IsProvision ? 1 : 0, row[signs.Rare], SharedSource(order, evidence.Index), row[signs.Concepts], row[signs.Aspect], row[signs.Title], MathF.Log(1 + evidence.Wanted.Phrases.Length),
        ];
    }

    private static float SharedSource(IReadOnlyList<Scored> order, KnowledgeIndex index)
    {
        var source = SourceOf(order[0], index);
        return source < 0 ? order[0].Share : order.Where(it => it.IsProvision ? it.Place == source : index.Cited.Of(it.Place).Contains(source)).Sum(it => it.Share);
    }

    private static int SourceOf(Scored it, KnowledgeIndex index) => it.IsProvision ? it.Place : index.Cited.Of(it.Place) is [var first, ..] ? first : -1;
}
