using System.Text.Json;

namespace ChatBot.Web.Editors;

/// <summary>A place in the law that counts as right.</summary>
public readonly record struct Place(string Law, string? Article);

/// <summary>One line of an exam: a question, and what is known of its answer.</summary>
/// <param name="Right">The articles in force that answer; empty when nobody knows.</param>
/// <param name="Expect">`answer`, `clarify`, `out_of_scope`, or null.</param>
public sealed record ExamQuestion(string Id, string Question, IReadOnlyList<Place> Right, string? Expect, string? Style)
{
    /// <summary>Counts towards the score: an answer is expected, and somebody knows which.</summary>
    public bool Scores => Right.Count > 0 && Expect is null or "answer";

    // {"id":"q1","question":"…","gold":[{"law":"45/2019/QH14","article":"35"}],"law_status":"current","current":[…],"expect":"answer","style":"user"}
    /// <exception cref="JsonException">The line is no JSON object with `id` and `question`; the message says what is missing.</exception>
    public static ExamQuestion Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var current = Places(root, "current");
        var right = current.Count > 0 ? current : Text(root, "law_status") is null or "current" ? Places(root, "gold") : [];
        return new ExamQuestion(
            Text(root, "id") ?? throw new JsonException("thiếu \"id\""),
            Text(root, "question") ?? throw new JsonException("thiếu \"question\""),
            right, Text(root, "expect"), Text(root, "style"));
    }

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var it)
            ? it.ValueKind switch { JsonValueKind.String => it.GetString(), JsonValueKind.Number => it.GetRawText(), _ => null }
            : null;

    private static List<Place> Places(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(it => Text(it, "law") is not null).Select(it => new Place(Text(it, "law")!, Text(it, "article")))]
            : [];
}
