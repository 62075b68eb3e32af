using System.Text.Json.Nodes;
using ChatBot.Knowledge.Search;

namespace ChatBot.Web.Editors;

/// <summary>How an exam went: counts over its questions, as a whole and by style.</summary>
public sealed class ExamScore
{
    private const int Steps = 10;

    private readonly List<(ExamQuestion Question, ExamAnswer Answer, bool First, bool Among)> marked = [];

    /// <summary>Marks one answer.</summary>
    /// <returns>True or false for right or wrong, null for a question that does not count.</returns>
    public bool? Mark(ExamQuestion question, ExamAnswer answer)
    {
        var shown = answer.Kind is "answer" ? answer.Entries.Take(1) : answer.Kind is "choices" or "person" ? answer.Entries : [];
        var first = answer.Kind is "answer" && answer.Entries.Take(1).Any(it => Right(question, it));
        var among = shown.Any(it => Right(question, it));
        marked.Add((question, answer, first, among));
        return question.Scores ? first : null;
    }

    public JsonObject Summary()
    {
        var scored = marked.Where(it => it.Question.Scores).ToList();
        var times = marked.Select(it => it.Answer.Milliseconds).Order().ToList();
        var summary = Count(scored);
        summary["styles"] = new JsonObject(scored.GroupBy(it => it.Question.Style ?? "").OrderByDescending(it => it.Count())
            .Select(it => KeyValuePair.Create<string, JsonNode?>(it.Key, Count([.. it]))));
        summary["reliability"] = Reliability(scored);
        summary["out_of_scope"] = Kinds(marked.Where(it => it.Question.Expect == "out_of_scope"));
        summary["clarify"] = Kinds(marked.Where(it => it.Question.Expect == "clarify"));
        summary["unscored"] = Kinds(marked.Where(it => !it.Question.Scores && it.Question.Expect is null or "answer"));
        summary["median_ms"] = times.Count == 0 ? null : Math.Round(times[times.Count / 2], 2);
        return new JsonObject { ["summary"] = summary };
    }

    private static JsonObject Count(IReadOnlyList<(ExamQuestion Question, ExamAnswer Answer, bool First, bool Among)> some) => new()
    {
        ["questions"] = some.Count,
        ["right"] = some.Count(it => it.First),
        ["right_among_choices"] = some.Count(it => it.Among),
        ["wrong"] = some.Count(it => it.Answer.Kind == "answer" && !it.First),
        ["choices"] = some.Count(it => it.Answer.Kind == "choices"),
        ["none"] = some.Count(it => it.Answer.Kind == "none"),
        ["person"] = some.Count(it => it.Answer.Kind == "person"),
        ["other"] = some.Count(it => it.Answer.Kind is "chat" or "dialog" or "unavailable"),
    };

    // How often the first entry is right, by its confidence: 0.8 should mean eight of ten.
    private static JsonArray Reliability(IReadOnlyList<(ExamQuestion Question, ExamAnswer Answer, bool First, bool Among)> some) =>
        new([.. some.Where(it => it.Answer.Kind is "answer" or "choices" && it.Answer.Entries.Count > 0)
            .GroupBy(it => Math.Min(Steps - 1, (int)(it.Answer.Entries[0].Score * Steps))).OrderBy(it => it.Key)
            .Select(it => new JsonObject
            {
                ["from"] = it.Key / (double)Steps,
                ["to"] = (it.Key + 1) / (double)Steps,
                ["questions"] = it.Count(),
                ["first_right"] = it.Count(one => Right(one.Question, one.Answer.Entries[0])),
            })]);

    private static JsonObject Kinds(IEnumerable<(ExamQuestion Question, ExamAnswer Answer, bool First, bool Among)> some) =>
        new(some.GroupBy(it => it.Answer.Kind).Select(it => KeyValuePair.Create<string, JsonNode?>(it.Key, it.Count())));

    private static bool Right(ExamQuestion question, Ranked ranked) =>
        ranked.Entry.Citations.Any(it => question.Right.Contains(new Place(it.Law, it.Article)));
}
