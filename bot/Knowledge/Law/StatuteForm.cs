using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Knowledge.Law;

/// <summary>A statute's JSON as it is written. What an article said before it was changed, <c>original_text</c>, is not among it: it is no law.</summary>
internal sealed record StatuteForm
{
    public string? Number { get; init; }

    public string? Title { get; init; }

    public string? Type { get; init; }

    public string? Effective { get; init; }

    public string? Expired { get; init; }

    public string? ReplacedBy { get; init; }

    public string? Consolidated { get; init; }

    public string? Note { get; init; }

    public bool Partial { get; init; }

    public int? TotalArticlesInDocument { get; init; }

    public string? Appendix { get; init; }

    public IReadOnlyList<ChangeForm>? AmendedBy { get; init; }

    public IReadOnlyList<ArticleForm>? Articles { get; init; }
}

/// <summary>A later document that changed it.</summary>
internal sealed record ChangeForm(string? By, string? Effective, IReadOnlyList<string>? Articles);

/// <summary>An article of a statute's JSON.</summary>
internal sealed record ArticleForm
{
    [JsonConverter(typeof(TextOrNumber))]
    public string? Article { get; init; }

    public string? Heading { get; init; }

    public string? Chapter { get; init; }

    public string? Section { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string>? AmendmentNotes { get; init; }

    public IReadOnlyList<string>? UpdateNotes { get; init; }

    private sealed class TextOrNumber : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetInt32().ToString(CultureInfo.InvariantCulture),
            JsonTokenType.String => reader.GetString(),
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
