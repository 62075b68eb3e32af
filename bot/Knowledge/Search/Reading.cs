using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Search;

/// <summary>A question as it was understood, and everything that may answer it, best first.</summary>
internal sealed record Reading(Wanted Wanted, IReadOnlyList<Ranked> Ranked)
{
    // Behind a short follow-up the former question still says what it is about, but less loudly.
    private const float ContextWeight = 0.6f;
    private const int Kept = 8;
    private const int LongestTopic = 4;

    private IReadOnlyList<Article> sensitive = [];

    /// <summary>The provision the question names and asks nothing else about; null otherwise.</summary>
    public Entry.Statute? Place { get; private init; }

    /// <summary>True when the question is, but for a word, one the editors wrote above an ordinary article, and nothing fits better.</summary>
    public bool IsEditorsWording { get; private init; }

    /// <summary>True when the question names something the lexicon knows; common words alone may be anything.</summary>
    public bool NamesMatter => Wanted.Concepts.Count > 0;

    /// <summary>What kind of message it is; null where nothing was learned.</summary>
    public MessageKind? Kind { get; private init; }

    /// <summary>What is said until somebody comes: the nearest of the group's articles, else the nearest of those a person must answer; null when there is none at all.</summary>
    public Article? ArticleOf(PhraseGroup group) =>
        sensitive.FirstOrDefault(it => group.Articles.Contains(it.Id))
        ?? Evidence.Index.Content.Articles.FirstOrDefault(it => group.Articles.Contains(it.Id))
        ?? sensitive.FirstOrDefault();

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
        var ours = Rated(evidence, ranking.Order(evidence, index.Holding(days) with { Provision = _ => false })).ToList();
        var ranked = Rated(evidence, ranking.Order(evidence, index.Answers(days))).ToList();
        return new Reading(wanted, [.. ranked.Take(Kept)])
        {
            IsEditorsWording = ours is [var first, ..] && ranked is [var best, ..] && best.Entry.Id == first.Entry.Id && IsWording(Article(first), evidence),
            Kind = index.Kinds.Of(wanted),
            sensitive = [.. ours.Select(Article).Where(it => it.Sensitive is not null)],
            OfTopic = wanted.Phrases.Length is > 0 and <= LongestTopic ? [.. ranked.Where(it => Covers(it, evidence))] : [],
            Place = NamedPlace.Of(index.Content, wanted, day),
            Evidence = evidence,
        };
    }

    // The first has the confidence, the others share what is left.
    private static IEnumerable<Ranked> Rated(Evidence evidence, IReadOnlyList<Scored> order)
    {
        var sure = evidence.Index.Ranking.Sure(order, evidence);
        var others = order.Skip(1).Sum(it => it.Share);
        return order.Select((it, rank) => new Ranked(evidence.Index.EntryOf(it), rank == 0 ? sure : Math.Min(sure, (1 - sure) * Evidence.Share(it.Share, others)), Why(it)));

        string Why(Scored it) => it.IsProvision ? "gần lời văn của điều luật"
            : evidence.NearestUnit[it.Place] is >= 0 and var unit ? $"gần câu: {evidence.Index.Units[unit].Text}" : "";
    }

    private static Article Article(Ranked ranked) => ((Entry.Ours)ranked.Entry).Article;

    private static bool Covers(Ranked ranked, Evidence evidence) => ranked.Entry is Entry.Ours ours
        && evidence.Articles.Sign(evidence.Index.PlaceOf(ours.Article), (int)ArticleSign.CoveredByWordings) >= Thresholds.TopicCovered;

    private static bool IsWording(Article article, Evidence evidence)
    {
        var place = evidence.Index.PlaceOf(article);
        return evidence.Articles.Sign(place, (int)ArticleSign.WordingAlike) >= Thresholds.EditorsWording
            && !article.Keywords.Contains(evidence.Index.Units[evidence.NearestUnit[place]].Text);
    }
}
