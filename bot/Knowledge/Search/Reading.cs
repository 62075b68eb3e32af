namespace ChatBot.Knowledge.Search;

/// <summary>A question as it was understood, and everything that may answer it, best first.</summary>
internal sealed record Reading(Wanted Wanted, IReadOnlyList<Ranked> Ranked)
{
    // Behind a short follow-up the former question still says what it is about, but less loudly.
    private const float ContextWeight = 0.6f;
    private const int Kept = 8;

    /// <summary>The provision the question names and asks nothing else about; null otherwise.</summary>
    public Entry.Statute? NamedPlace { get; private init; }

    public Evidence? Evidence { get; private init; }

    public static Reading Of(KnowledgeIndex index, Question question)
    {
        var own = index.Reader.Read(question.Text);
        var alone = Of(index, own, question.Day);
        if (question.Context is not { } context || !FollowUp.Is(own, alone))
            return alone;

        return Of(index, own.With(index.Reader.Read(context), ContextWeight), question.Day);
    }

    private static Reading Of(KnowledgeIndex index, Wanted wanted, DateOnly day)
    {
        var evidence = new Evidence(index, wanted);
        var days = new DaysAsked(wanted.Text, day);
        var articles = Articles(index, evidence, days);
        var provisions = Provisions(index, evidence, days);

        // Among equals ours comes first: the law's own wording is the last resort.
        var ranked = articles.Concat(provisions).OrderByDescending(it => it.Score - (it.Entry is Entry.Statute ? 0.0 : 0)).Take(Kept);
        return new Reading(wanted, [.. ranked]) { NamedPlace = NamedPlaceOf(index, wanted), Evidence = evidence };
    }

    private static IEnumerable<Ranked> Articles(KnowledgeIndex index, Evidence evidence, DaysAsked days)
    {
        var content = index.Content.Articles;
        var order = Ranking.Order(evidence.Articles, Ranking.ArticleWeights, i => days.Allow(content[i].InForceFrom, content[i].InForceUntil));
        if (order.Length == 0)
            return [];

        var signs = Confidence.Signs(order, evidence.Articles[order[0].Place], 8, evidence.Mass);
        var first = Confidence.Of(signs, Confidence.ArticleWeights, Confidence.ArticleBase);
        return order.Take(Kept).Select(it => new Ranked(new Entry.Ours(content[it.Place]), first * MathF.Exp(it.Score - order[0].Score), ""));
    }

    private static IEnumerable<Ranked> Provisions(KnowledgeIndex index, Evidence evidence, DaysAsked days)
    {
        var content = index.Content.Provisions;
        var order = Ranking.Order(evidence.Provisions, Ranking.ProvisionWeights, i => days.Allow(content[i].InForceFrom, content[i].InForceUntil));
        if (order.Length == 0)
            return [];

        var signs = Confidence.Signs(order, evidence.Provisions[order[0].Place], 4, evidence.Mass);
        var first = Confidence.Of(signs, Confidence.ProvisionWeights, Confidence.ProvisionBase);
        return order.Take(Kept).Select(it => new Ranked(new Entry.Statute(content[it.Place]), first * MathF.Exp(it.Score - order[0].Score), ""));
    }

    private static Entry.Statute? NamedPlaceOf(KnowledgeIndex index, Wanted wanted) => null;
}
