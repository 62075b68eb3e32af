using System.Text.Json.Serialization;
using ChatBot.Knowledge.Search;

namespace ChatBot.Talk;

/// <summary>What the bot made of a question it looked up, for whoever takes over.</summary>
/// <param name="Why">Why a person must answer, or why it is no matter of ours; null otherwise.</param>
/// <param name="Entries">What it gave or came nearest, best first.</param>
public sealed record Tried([property: JsonConverter(typeof(JsonStringEnumConverter<TurnKind>))] TurnKind Kind, string? Why, IReadOnlyList<TriedEntry> Entries)
{
    public static Tried Of(Outcome found) => found switch
    {
        Outcome.Answer it => new(TurnKind.Answer, null, Of([it.Best, .. it.Others])),
        Outcome.Choices it => new(TurnKind.Choices, null, Of(it.Offered)),
        Outcome.Person { Article: { } article } it => new(TurnKind.Person, it.Reason, [TriedEntry.Of(new Entry.Ours(article), null)]),
        Outcome.Person it => new(TurnKind.Person, it.Reason, []),
        Outcome.NoMatch it => new(TurnKind.None, it.OutOfScope, Of(it.Nearest)),
        _ => new(TurnKind.Unavailable, null, []),
    };

    private static List<TriedEntry> Of(IReadOnlyList<Ranked> ranked) => [.. ranked.Select(it => TriedEntry.Of(it.Entry, it.Score))];
}

/// <summary>An article or provision the bot tried.</summary>
/// <param name="Source">Its first citation as people read it; null when it cites nothing.</param>
/// <param name="Score">The confidence that it answers, 0 to 1; null when it was not ranked but chosen for its matter.</param>
public sealed record TriedEntry(string Id, string Title, string? Source, double? Score)
{
    public static TriedEntry Of(Entry entry, double? score) => new(Saying.IdOf(entry), entry.Title, entry.Citations.Count > 0 ? entry.Citations[0].Short : null, score);
}
