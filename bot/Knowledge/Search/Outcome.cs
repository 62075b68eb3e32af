using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Search;

/// <summary>What somebody asks.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Day">The day whose law and rates are asked for; today, unless the person named another.</param>
/// <param name="Context">The question before this one, for "còn lao động nữ thì sao?"; null for a new talk.</param>
public sealed record Question(string Text, DateOnly Day, string? Context = null);

/// <summary>An entry with the confidence that it answers.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Why">What spoke for it, for editors: the wording that fitted best.</param>
public sealed record Ranked(Entry Entry, double Score, string Why);

/// <summary>What came of a question: exactly one of these, never mixed.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>One entry answers; the others are the next best, for "xem thêm".</summary>
    public sealed record Answer(Ranked Best, IReadOnlyList<Ranked> Others) : Outcome;

    /// <summary>Two or three may be meant: the person chooses.</summary>
    public sealed record Choices(IReadOnlyList<Ranked> Offered) : Outcome;

    /// <summary>Nothing of ours answers.</summary>
    /// <param name="Nearest">What came nearest, for the editors' queue; may be empty.</param>
    /// <param name="OutOfScope">Why it is no matter of ours, in Vietnamese; null when it may well be one.</param>
    public sealed record NoMatch(IReadOnlyList<Ranked> Nearest, string? OutOfScope = null) : Outcome;

    /// <summary>A person must answer.</summary>
    /// <param name="Reason">One sentence in Vietnamese, why.</param>
    /// <param name="Article">What to say until somebody comes; null when we have nothing.</param>
    public sealed record Person(string Reason, Article? Article) : Outcome;

    /// <summary>The index is missing or broken: nothing can be said about the question.</summary>
    public sealed record Unavailable(string Why) : Outcome;
}
