namespace ChatBot.Knowledge.Search;

/// <summary>A question as it was understood, and everything that may answer it, best first.</summary>
internal sealed record Reading(Wanted Wanted, IReadOnlyList<Ranked> Ranked)
{
    // Behind a short follow-up the former question still says what it is about, but less loudly.
    private const float ContextWeight = 0.6f;
    private const int Kept = 8;

    /// <summary>The provision the question names and asks nothing else about; null otherwise.</summary>
    public Entry.Statute? Place { get; private init; }

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
        var ours = Articles(index, evidence, days).ToList();

        // What our best article rests on is answered by the article: the law's own wording is the last resort.
        var cited = ours.Count == 0 ? [] : ours[0].Entry.Citations.Select(it => $"{it.Law}:{it.Article}").ToHashSet();
        var statutes = Provisions(index, evidence, days).Where(it => !cited.Contains(it.Entry.Id));
        var ranked = ours.Concat(statutes).OrderByDescending(it => it.Score).Take(Kept);
        return new Reading(wanted, [.. ranked]) { Place = NamedPlace.Of(index.Content, wanted), Evidence = evidence };
    }

    private static IEnumerable<Ranked> Articles(KnowledgeIndex index, Evidence evidence, DaysAsked days)
    {
        var content = index.Content.Articles;
        var order = Ranking.Order(evidence.Articles, Ranking.ArticleWeights, i => days.Allow(content[i].InForceFrom, content[i].InForceUntil));
        return Weighed(order, evidence.Articles, Confidence.OfArticle, evidence.Mass)
            .Select(it => new Ranked(new Entry.Ours(content[it.Place]), it.Score, Why(it.Place)));

        string Why(int place) => evidence.NearestUnit[place] is >= 0 and var unit ? $"gần câu: {index.Units[unit].Text}" : "";
    }

    private static IEnumerable<Ranked> Provisions(KnowledgeIndex index, Evidence evidence, DaysAsked days)
    {
        var content = index.Content.Provisions;
        var order = Ranking.Order(evidence.Provisions, Ranking.ProvisionWeights, i => days.Allow(content[i].InForceFrom, content[i].InForceUntil));
        return Weighed(order, evidence.Provisions, Confidence.OfProvision, evidence.Mass)
            .Select(it => new Ranked(new Entry.Statute(content[it.Place]), it.Score, "gần lời văn của điều luật"));
    }

    // The first has the confidence, those behind it less by as much as their scores fall back.
    private static IEnumerable<(int Place, double Score)> Weighed((int Place, float Score)[] order, float[][] rows, Confidence confidence, float mass)
    {
        if (order.Length == 0)
            return [];

        var first = confidence.Of(order, rows[order[0].Place], mass);
        return order.Take(Kept).Select(it => (it.Place, first * MathF.Exp(it.Score - order[0].Score)));
    }
}
