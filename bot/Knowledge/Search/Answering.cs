namespace ChatBot.Knowledge.Search;

/// <summary>Turns a question into one outcome.</summary>
public sealed class Answering(KnowledgeIndex index)
{
    private const int MostOffered = 3, MostOthers = 3;

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
        if (reading.Sensitive is { Sensitive: { } reason } article)
            return new Outcome.Person(reason, article);

        if (reading.IsEditorsWording)
            return null;

        return index.Content.Lexicon.Sensitive.FirstOrDefault(it => it.Fits(reading.Wanted.Phrases)) is { } group
            ? new Outcome.Person(group.Reason, reading.NearestSensitive)
            : null;
    }

    private static Outcome.Answer? AnswerFromPlace(Reading reading) => reading.Place is { } place
        ? new Outcome.Answer(new Ranked(place, 1, "điều luật được nêu trong câu hỏi"), [.. reading.Ranked.Where(it => it.Entry.Id != place.Id).Take(MostOthers)])
        : null;

    private Outcome.NoMatch? Refuse(Reading reading)
    {
        if (reading.IsEditorsWording || reading.Ranked.FirstOrDefault()?.Score >= Thresholds.InScopeAnyway)
            return null;

        return index.Content.Lexicon.OutOfScope.FirstOrDefault(it => it.Fits(reading.Wanted.Phrases)) is { } group
            ? new Outcome.NoMatch([.. reading.Ranked.Take(MostOffered)], group.Reason)
            : null;
    }

    private static Outcome AnswerOrOffer(Reading reading)
    {
        var ranked = reading.Ranked;
        var best = ranked.Count > 0 ? ranked[0].Score : 0;
        var likely = ranked.Where(it => it.Score >= Math.Max(Thresholds.Chance, best * Thresholds.ChanceBesideBest)).Take(MostOffered).ToList();
        if (best >= Thresholds.Answer || (likely.Count == 1 && best >= Thresholds.AnswerAlone && reading.NamesMatter))
            return new Outcome.Answer(ranked[0], [.. ranked.Skip(1).Take(MostOthers)]);
        if (best >= Thresholds.Offer && likely.Count > 1)
            return new Outcome.Choices(likely);

        return reading.OfTopic.Count > 1 ? new Outcome.Choices([.. reading.OfTopic.Take(MostOffered)]) : new Outcome.NoMatch([.. ranked.Take(MostOffered)]);
    }
}
