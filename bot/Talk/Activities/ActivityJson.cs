using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ChatBot.Talk.Activities;

/// <summary>How activities are written: camelCase, nothing that is null, Vietnamese readable, unknown members tolerated.</summary>
public static class ActivityJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Options);

    /// <exception cref="JsonException">The text is not an activity.</exception>
    public static Activity Read(string json) =>
        JsonSerializer.Deserialize<Activity>(json, Options) ?? throw new JsonException("An activity must be an object.");

    private static JsonSerializerOptions Make() => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
