using System.Globalization;
using System.Text.Json;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Reads the comments out of what Meta posts to the webhook. Pure: bytes in, comments out.</summary>
public static class MessengerComments
{
    private const long LastSecond = 253402300799;

    // { "object": "page", "entry": [ { "id": "<page>", "changes": [ { "field": "feed", "value": { "item": "comment", "verb": "add",
    //   "from": { "id": "24" }, "comment_id": "1_2", "created_time": 1767225600, "message": "…" } } ] } ] }
    // Left out on purpose: edits, hidden and removed ones, reactions, posts, and what the page itself writes.
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static IReadOnlyList<PageComment> Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.Text("object") != "page")
            return [];
        return [.. from entry in root.List("entry")
                   let page = entry.Id("id")
                   from change in entry.List("changes")
                   where change.Text("field") == "feed"
                   let comment = Comment(page, change.Member("value"))
                   where comment is not null
                   select comment];
    }

    private static PageComment? Comment(string? page, JsonElement? value) =>
        page is not null && value is { } it && it.Text("item") == "comment" && it.Text("verb") == "add"
            && it.Member("from")?.Id("id") is { } author && author != page
            && it.Id("comment_id") is { } id && it.Text("message") is { Length: > 0 } text
            && long.TryParse(it.Text("created_time"), CultureInfo.InvariantCulture, out var second) && second is > 0 and < LastSecond
            ? new PageComment("messenger", page, id, Text.Normalize(text), DateTimeOffset.FromUnixTimeSeconds(second))
            : null;
}
