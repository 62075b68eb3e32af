using System.Text.Json.Nodes;
using ChatBot.Knowledge.Search;
using ChatBot.Talk;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Editors;

/// <summary>Asks the bot one question in a conversation of its own, and tells what came of it as `ask` and `measure` print it.</summary>
public sealed class Exam(Bot bot, TimeProvider clock)
{
    /// <summary>What a worker would get who has just been told that this is a bot.</summary>
    public ExamAnswer Ask(string question)
    {
        var now = clock.GetUtcNow();
        var began = clock.GetTimestamp();
        var turn = bot.OnTurn(new Conversation("exam") { DisclosedAt = now }, new Activity { Text = question, Timestamp = now });
        return new ExamAnswer(turn, Entries(turn.Found), clock.GetElapsedTime(began).TotalMilliseconds);
    }

    private static IReadOnlyList<Ranked> Entries(Outcome? found) => found switch
    {
        Outcome.Answer it => [it.Best, .. it.Others],
        Outcome.Choices it => it.Offered,
        Outcome.NoMatch it => it.Nearest,
        Outcome.Person { Article: { } article } => [new Ranked(new Entry.Ours(article), 1, "")],
        _ => [],
    };
}

/// <summary>What came of one question.</summary>
/// <param name="Milliseconds">How long the turn took.</param>
public sealed record ExamAnswer(Turn Turn, IReadOnlyList<Ranked> Entries, double Milliseconds)
{
    /// <summary>`answer|choices|none|person|chat|dialog|unavailable`</summary>
    public string Kind => Turn.Kind.ToString().ToLowerInvariant();

    public string Text => string.Join("\n\n", Turn.Replies.Select(it => it.Text).Where(it => it is { Length: > 0 }));

    /// <summary>{"id":…,"kind":"answer","articles":[{"id":…,"score":0.9,"citations":[{"law":"45/2019/QH14","article":"35"}]}],"text":…,"ms":1.2}</summary>
    public JsonObject ToJson(string? id) => new()
    {
        ["id"] = id,
        ["kind"] = Kind,
        ["articles"] = new JsonArray([.. Entries.Select(Article)]),
        ["text"] = Text,
        ["ms"] = Math.Round(Milliseconds, 2),
    };

    private static JsonObject Article(Ranked ranked) => new()
    {
        ["id"] = ranked.Entry.Id,
        ["score"] = Math.Round(ranked.Score, 3),
        ["citations"] = new JsonArray([.. ranked.Entry.Citations.Select(it => new JsonObject { ["law"] = it.Law, ["article"] = it.Article })]),
    };
}
