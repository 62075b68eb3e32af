namespace ChatBot.Knowledge.Search;

/// <summary>Turns a question into one outcome.</summary>
public sealed class Answering(KnowledgeIndex index)
{
    private const int MostOffered = 3, MostOthers = 3;
    private const string Elsewhere = "Chuyện này không thuộc lao động, bảo hiểm hay công đoàn.";

    private Thresholds Limits => index.Content.Thresholds;

    /// <summary>What a person must answer, then what is named outright, then what fits best.</summary>
    public Outcome Ask(Question question)
    {
        try
        {
            var reading = Reading.Of(index, question);
            return AskPerson(reading) ?? AnswerFromPlace(reading) ?? Refuse(reading) ?? AnswerOrOffer(reading);
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            return new Outcome.Unavailable($"The index cannot be read: {broken.Message}");
        }
    }

    /// <summary>How the ranking came about, line by line, for <c>ask --why</c>.</summary>
    public string Explain(Question question) => Explanation.Of(Reading.Of(index, question), Ask(question));

    private Outcome.Person? AskPerson(Reading reading)
    {
        if (reading.IsEditorsWording)
            return null;

        var fitting = index.Content.Lexicon.Sensitive.FirstOrDefault(it => it.Fits(reading.Wanted.Phrases));
        var must = reading.Kind is { } kind
            ? kind.Sensitive >= Math.Max(kind.Elsewhere, Limits.Sensitive.Of(IsSure(reading), fitting is not null))
            : fitting is not null;
        return must && (fitting ?? reading.Kind?.Group) is { } group ? new Outcome.Person(group.Reason, reading.ArticleOf(group)) : null;
    }

    private static Outcome.Answer? AnswerFromPlace(Reading reading) => reading.Place is { } place
        ? new Outcome.Answer(new Ranked(place, 1, "điều luật được nêu trong câu hỏi"), [.. reading.Ranked.Where(it => it.Entry.Id != place.Id).Take(MostOthers)])
        : null;

    private Outcome.NoMatch? Refuse(Reading reading)
    {
        if (reading.IsEditorsWording)
            return null;

        var fitting = index.Content.Lexicon.OutOfScope.FirstOrDefault(it => it.Fits(reading.Wanted.Phrases));
        var isElsewhere = reading.Kind is { } kind ? kind.Elsewhere >= Limits.Elsewhere.Of(IsSure(reading), fitting is not null) : fitting is not null;
        return isElsewhere
            ? new Outcome.NoMatch([.. reading.Ranked.Take(MostOffered)], fitting?.Reason ?? Elsewhere)
            : null;
    }

    // Two entries that rest on the same provision are no choice between two answers: the others come first.
    private static IEnumerable<Ranked> Differing(IEnumerable<Ranked> ranked)
    {
        var groups = ranked.GroupBy(it => it.Entry.Citations.Select(citation => $"{citation.Law}:{citation.Article}").FirstOrDefault(it.Entry.Id)).ToList();
        return groups.Select(it => it.First()).Concat(groups.SelectMany(it => it.Skip(1)));
    }

    private bool IsSure(Reading reading) => reading.Ranked.Count > 0 && reading.Ranked[0].Score >= Limits.Sure;

    private Outcome AnswerOrOffer(Reading reading)
    {
        var ranked = reading.Ranked;
        var best = ranked.Count > 0 ? ranked[0].Score : 0;
        var likely = Differing(ranked.Where(it => it.Score >= Limits.Chance)).Take(MostOffered).ToList();
        if (best >= Limits.Answer || (best >= Limits.AnswerAlone && (reading.IsEditorsWording || (likely.Count == 1 && reading.NamesMatter))))
            return new Outcome.Answer(ranked[0], [.. ranked.Skip(1).Take(MostOthers)]);
        if (best >= Limits.Offer && likely.Count > 1)
            return new Outcome.Choices(likely);

        return reading.OfTopic.Count > 1 ? new Outcome.Choices([.. reading.OfTopic.Take(MostOffered)]) : new Outcome.NoMatch([.. ranked.Take(MostOffered)]);
    }
}
