using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatBot.Web.Channels;

/// <summary>Reads JSON of strangers: a member that is missing or of another kind is simply not there.</summary>
internal static partial class JsonReading
{
    /// <summary>The member as an object, or null.</summary>
    public static JsonElement? Member(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    /// <summary>The member as text: a string as it is, a number in its digits; null for anything else.</summary>
    public static string? Text(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member)
            ? member.ValueKind switch { JsonValueKind.String => Whole(member), JsonValueKind.Number => member.GetRawText(), _ => null }
            : null;

    public static bool Flag(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.True;

    /// <summary>The objects of an array member; nothing when there is no such array.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array
            ? member.EnumerateArray().Where(it => it.ValueKind == JsonValueKind.Object)
            : [];

    // Half an emoji, cut off by the platform, is valid JSON and no valid text: that half is left out. Bytes that are no UTF-8 are no JSON.
    private static string? Whole(JsonElement member)
    {
        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            return Mended(member);
        }
    }

    private static string? Mended(JsonElement member)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(LoneSurrogate().Replace(member.GetRawText(), ""));
        }
        catch (InvalidOperationException trouble)
        {
            throw new JsonException("Text in a body must be UTF-8.", trouble);
        }
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex LoneSurrogate();
}
