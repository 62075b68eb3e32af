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
        var ranking = index.Ranking;
        var days = new DaysAsked(wanted.Text, day);
        var ours = Rated(evidence, ranking, ranking.Order(evidence, IsAllowed, _ => false)).ToList();
        var ranked = Rated(evidence, ranking, ranking.Order(evidence, i => IsAllowed(i) && index.Content.Articles[i].Sensitive is null, IsAllowedProvision)).ToList();
        return new Reading(wanted, [.. ranked.Take(Kept)])
        {
            Sensitive = ours.Take(1).Where(it => IsClear(it, evidence)).Select(Article).FirstOrDefault(it => it.Sensitive is not null),
            IsEditorsWording = ours.Take(1).Any(it => Article(it).Sensitive is null && WordingAlike(it, evidence) >= Thresholds.EditorsWording),
            NearestSensitive = ours.Select(Article).FirstOrDefault(it => it.Sensitive is not null),
            OfTopic = wanted.Phrases.Length is > 0 and <= LongestTopic ? [.. ranked.Where(it => Covers(it, evidence))] : [],
            Place = NamedPlace.Of(index.Content, wanted, day),
            Evidence = evidence,
        };

        bool IsAllowed(int i) => days.Allow(index.Content.Articles[i].InForceFrom, index.Content.Articles[i].InForceUntil);
        bool IsAllowedProvision(int i) => days.Allow(index.Content.Provisions[i].InForceFrom, index.Content.Provisions[i].InForceUntil);
    }

    // The first has the confidence, the others share what is left.
    private static IEnumerable<Ranked> Rated(Evidence evidence, Ranking ranking, IReadOnlyList<Scored> order)
    {
        var sure = ranking.Sure(order, evidence);
        return order.Select((it, rank) => new Ranked(EntryOf(it), rank == 0 ? sure : Math.Min(sure, (1 - sure) * it.Share / (1 - order[0].Share)), Why(it)));

        Entry EntryOf(Scored it) => it.IsProvision ? new Entry.Statute(evidence.Index.Content.Provisions[it.Place]) : new Entry.Ours(evidence.Index.Content.Articles[it.Place]);

        string Why(Scored it) => it.IsProvision ? "gần lời văn của điều luật"
            : evidence.NearestUnit[it.Place] is >= 0 and var unit ? $"gần câu: {evidence.Index.Units[unit].Text}" : "";
    }

    private static Article Article(Ranked ranked) => ((Entry.Ours)ranked.Entry).Article;

    private static bool IsClear(Ranked ranked, Evidence evidence) =>
        ranked.Score >= Thresholds.Person && WordingAlike(ranked, evidence) >= Thresholds.PersonWording;

    private static bool Covers(Ranked ranked, Evidence evidence) => ranked.Entry is Entry.Ours ours
        && evidence.Articles.Sign(evidence.Index.PlaceOf(ours.Article), (int)ArticleSign.CoveredByWordings) >= Thresholds.TopicCovered;

    private static float WordingAlike(Ranked ranked, Evidence evidence) =>
        evidence.Articles.Sign(evidence.Index.PlaceOf(Article(ranked)), (int)ArticleSign.WordingAlike);
}
