using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatBot.Web.Channels;

/// <summary>Reads JSON of strangers: a member that is missing or of another kind is simply not there.</summary>
internal static partial class JsonReading
{
    // PostgreSQL keeps none.
    private const string Nul = "\0";

    private const int LongestId = 400;

    /// <summary>What <paramref name="read"/> finds in a text that should be JSON; <paramref name="otherwise"/> when it is none.</summary>
    public static T In<T>(string json, T otherwise, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return otherwise;
        }
    }

    /// <summary>The member as an object, or null.</summary>
    public static JsonElement? Member(this JsonElement from, string name) =>
        Find(from, name) is { ValueKind: JsonValueKind.Object } member ? member : null;

    /// <summary>The member as text: a string as it is, a number in its digits; null for anything else.</summary>
    public static string? Text(this JsonElement from, string name) => Find(from, name) switch
    {
        { ValueKind: JsonValueKind.String } member => Whole(member)?.Replace(Nul, "", StringComparison.Ordinal),
        { ValueKind: JsonValueKind.Number } member => member.GetRawText(),
        _ => null,
    };

    /// <summary>The member as an id; null as well when it is longer than any platform's, and than an index takes.</summary>
    public static string? Id(this JsonElement from, string name) => from.Text(name) is { Length: > 0 } id && FitsIndex(id) ? id : null;

    /// <summary>No longer than any platform's id, and than an index takes.</summary>
    public static bool FitsIndex(string id) => Encoding.UTF8.GetByteCount(id) <= LongestId;

    /// <summary>The member as a token, fit for a header; null when it is none.</summary>
    public static string? Token(this JsonElement from, string name) => from.Text(name) is { Length: > 0 } token && token.All(it => it is > ' ' and <= '~') ? token : null;

    public static bool Flag(this JsonElement from, string name) => Find(from, name)?.ValueKind == JsonValueKind.True;

    /// <summary>The objects of an array member; nothing when there is no such array.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement from, string name) =>
        Find(from, name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray().Where(it => it.ValueKind == JsonValueKind.Object) : [];

    // By the bytes of its name: JsonElement's own look throws at a name of somebody else's with half an emoji in it. Nobody escapes the letters of ours.
    private static JsonElement? Find(JsonElement from, string name)
    {
        if (from.ValueKind != JsonValueKind.Object)
            return null;
        Span<byte> wanted = stackalloc byte[name.Length];
        Encoding.UTF8.GetBytes(name, wanted);
        JsonElement? found = null;
        foreach (var member in from.EnumerateObject())
            if (JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual(wanted))
                found = member.Value;
        return found;
    }

    // Half an emoji, cut off by the platform, is valid JSON and no valid text: that half is left out. Looked for first, because to stumble over each takes long.
    private static string? Whole(JsonElement member)
    {
        var raw = JsonMarshal.GetRawUtf8Value(member);
        try
        {
            return raw.IndexOf("\\ud"u8) < 0 && raw.IndexOf("\\uD"u8) < 0
                ? member.GetString()
                : JsonSerializer.Deserialize<string>(LoneSurrogate().Replace(member.GetRawText(), "$1"));
        }
        catch (InvalidOperationException trouble)
        {
            throw new JsonException("Text in a body must be UTF-8.", trouble);
        }
    }

    // Pairs and other escapes are kept; what is left is half a pair.
    [GeneratedRegex(@"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^u])|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex LoneSurrogate();
}
