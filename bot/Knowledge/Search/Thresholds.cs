namespace ChatBot.Knowledge.Search;

/// <summary>From which confidence on what is done. They are careful: of ten answers at 0.6 to 0.7, nine are right in tests/questions.</summary>
internal static class Thresholds
{
    /// <summary>One entry answers. Below, answers go wrong more often than one in five.</summary>
    public const double Answer = 0.6;

    /// <summary>An entry far above all others answers from here on: to choose between it and nothing is no choice.</summary>
    public const double AnswerAlone = 0.4;

    /// <summary>An entry has a real chance beside the best when its confidence is at least this, and this share of the best's.</summary>
    public const double Chance = 0.05, ChanceBesideBest = 0.08;

    /// <summary>Below, not even a choice is offered.</summary>
    public const double Offer = 0.15;

    /// <summary>An article is about a bare topic when its wordings hold this share of what was typed.</summary>
    public const double TopicCovered = 0.7;

    /// <summary>A sensitive article hands over when it is this sure and one of its own wordings is this near.</summary>
    public const double Person = 0.5, PersonWording = 0.6;

    /// <summary>So near to a wording of an ordinary article, the editors have said that it is an ordinary question.</summary>
    public const double EditorsWording = 0.9;

    /// <summary>So sure a match is ours, whatever word from elsewhere stands in the question.</summary>
    public const double InScopeAnyway = 0.8;

    /// <summary>An article that cites a provision speaks for it when it is at least this near to it.</summary>
    public const double SpeaksForProvision = 0.25;
}
