using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Search;

/// <summary>A question as it was understood, and everything that may answer it, best first.</summary>
internal sealed record Reading(Wanted Wanted, IReadOnlyList<Ranked> Ranked)
{
    // Behind a short follow-up the former question still says what it is about, but less loudly.
    private const float ContextWeight = 0.6f;
    private const int Kept = 8;
    private const int LongestTopic = 4;

    /// <summary>The provision the question names and asks nothing else about; null otherwise.</summary>
    public Entry.Statute? Place { get; private init; }

    /// <summary>The article that fits best, when it is one a person must answer and this is clear; null otherwise.</summary>
    public Article? Sensitive { get; private init; }

    /// <summary>True when the question is, but for a word, one the editors wrote above an ordinary article.</summary>
    public bool IsEditorsWording { get; private init; }

    /// <summary>True when the question names something the lexicon knows; common words alone may be anything.</summary>
    public bool NamesMatter => Wanted.Concepts.Count > 0;

    /// <summary>The nearest article a person must answer, however far; null when there is none at all.</summary>
    public Article? NearestSensitive { get; private init; }

    /// <summary>For a message of a word or two, <c>nghỉ phép</c>: the articles that are about it, best first; else empty.</summary>
    public IReadOnlyList<Ranked> OfTopic { get; private init; } = [];

    public required Evidence Evidence { get; init; }

    public static Reading Of(KnowledgeIndex index, Question question)
    {
        var own = index.Reader.Read(question.Text);
        var alone = Of(index, own, question.Day);
        if (question.Context is not { } context || !FollowUp.Is(alone))
            return alone;

        return Of(index, own.With(index.Reader.Read(context), ContextWeight), question.Day);
    }

    private static Reading Of(KnowledgeIndex index, Wanted wanted, DateOnly day)
    {
        var evidence = new Evidence(index, wanted);
        var days = new DaysAsked(wanted.Text, day);
        var ours = Articles(index, evidence, days).ToList();
        var ranked = ours.Where(it => Article(it).Sensitive is null).Concat(Provisions(index, evidence, days)).OrderByDescending(it => it.Score).ToList();
        return new Reading(wanted, [.. WithoutEchoes(ranked).Take(Kept)])
        {
            Sensitive = ours.Take(1).Where(it => IsClear(it, evidence)).Select(Article).FirstOrDefault(it => it.Sensitive is not null),
            IsEditorsWording = ours.Take(1).Any(it => Article(it).Sensitive is null && WordingAlike(it, evidence) >= Thresholds.EditorsWording),
            NearestSensitive = ours.Select(Article).FirstOrDefault(it => it.Sensitive is not null),
            OfTopic = wanted.Phrases.Length is > 0 and <= LongestTopic ? [.. ranked.Where(it => Covers(it, evidence))] : [],
            Place = NamedPlace.Of(index.Content, wanted, day),
            Evidence = evidence,
        };
    }

    // The law's own wording is the last resort: where an article of ours rests on a provision and fits about as well, it
    // takes the provision's place, and the provision is not offered beside it.
    private static List<Ranked> WithoutEchoes(List<Ranked> ranked)
    {
        var kept = new List<Ranked>(ranked);
        foreach (var statute in ranked.Where(it => it.Entry is Entry.Statute))
        {
            var speaker = kept.Find(it => it.Entry is Entry.Ours && it.Score >= statute.Score * Thresholds.SpeaksForProvision
                && it.Entry.Citations.Any(citation => $"{citation.Law}:{citation.Article}" == statute.Entry.Id));
            if (speaker is null)
                continue;
            kept.Remove(statute);
            if (speaker.Score < statute.Score)
                kept[kept.IndexOf(speaker)] = speaker with { Score = statute.Score };
        }

        return [.. kept.OrderByDescending(it => it.Score)];
    }

    private static Article Article(Ranked ranked) => ((Entry.Ours)ranked.Entry).Article;

    private static bool IsClear(Ranked ranked, Evidence evidence) =>
        ranked.Score >= Thresholds.Person && WordingAlike(ranked, evidence) >= Thresholds.PersonWording;

    private static bool Covers(Ranked ranked, Evidence evidence) => ranked.Entry is Entry.Ours ours
        && evidence.Articles[evidence.Index.PlaceOf(ours.Article)][(int)ArticleSign.CoveredByWordings] >= Thresholds.TopicCovered;

    private static float WordingAlike(Ranked ranked, Evidence evidence) =>
        evidence.Articles[evidence.Index.PlaceOf(Article(ranked))][(int)ArticleSign.WordingAlike];

    private static IEnumerable<Ranked> Articles(KnowledgeIndex index, Evidence evidence, DaysAsked days)
    {
        var content = index.Content.Articles;
        var alone = index.Content.Provisions.Count == 0;
        var order = Ranking.Order(evidence.Articles, Ranking.ArticleWeights, i => days.Allow(content[i].InForceFrom, content[i].InForceUntil));
        return Weighed(order, evidence.Articles, alone ? Confidence.OfArticleAlone : Confidence.OfArticle, evidence.Known)
            .Select(it => new Ranked(new Entry.Ours(content[it.Place]), it.Score, Why(it.Place)));

        string Why(int place) => evidence.NearestUnit[place] is >= 0 and var unit ? $"gần câu: {index.Units[unit].Text}" : "";
    }

    private static IEnumerable<Ranked> Provisions(KnowledgeIndex index, Evidence evidence, DaysAsked days)
    {
        var content = index.Content.Provisions;
        var order = Ranking.Order(evidence.Provisions, Ranking.ProvisionWeights, i => days.Allow(content[i].InForceFrom, content[i].InForceUntil));
        return Weighed(order, evidence.Provisions, Confidence.OfProvision, evidence.Known)
            .Select(it => new Ranked(new Entry.Statute(content[it.Place]), it.Score, "gần lời văn của điều luật"));
    }

    // The first has the confidence, those behind it less by as much as their scores fall back.
    private static IEnumerable<(int Place, double Score)> Weighed((int Place, float Score)[] order, float[][] rows, Confidence confidence, float known)
    {
        if (order.Length == 0)
            return [];

        var first = confidence.Of(order, rows[order[0].Place], known);
        return order.Take(Kept).Select(it => (it.Place, first * MathF.Exp(it.Score - order[0].Score)));
    }
}
