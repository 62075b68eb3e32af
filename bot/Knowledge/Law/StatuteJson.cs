using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Law;

/// <summary>Reads a statute from JSON: one object with <c>number</c>, <c>title</c>, <c>effective</c> and <c>articles</c>.</summary>
internal static class StatuteJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static StatuteReading Read(string file, byte[] bytes, LawCatalogue catalogue)
    {
        FileForm? form;
        try
        {
            form = JsonSerializer.Deserialize<FileForm>(bytes, Options);
        }
        catch (JsonException wrong)
        {
            return StatuteReader.Failed(file, "JSON sai cách viết", (int)(wrong.LineNumber ?? -1) + 1);
        }

        if (form?.Number is not { Length: > 0 } number)
            return StatuteReader.Failed(file, "thiếu \"number\" (số hiệu văn bản)");
        if (Document(form, catalogue.Find(number)) is not { } document)
            return StatuteReader.Failed(file, "thiếu \"effective\" (ngày có hiệu lực, năm-tháng-ngày)");

        var provisions = (form.Articles ?? []).Where(it => it.Article is { Length: > 0 }).Select(it => Provision(it, document)).ToList();
        return new StatuteReading(document, provisions, provisions.Count > 0 ? [] : [new Mistake(file, 0, "không có điều nào trong \"articles\"")]);
    }

    private static LawDocument? Document(FileForm form, LawDocument? known)
    {
        var from = known?.InForceFrom ?? Day(form.Effective);
        return from is null
            ? null
            : (known ?? new LawDocument(form.Number!, form.Type ?? form.Title ?? "", form.Title ?? "", from.Value)) with
            {
                // The first day after the last.
                InForceUntil = known?.InForceUntil ?? Day(form.Expired)?.AddDays(-1),
                ReplacedBy = known?.ReplacedBy ?? form.ReplacedBy,
            };
    }

    private static Provision Provision(ArticleForm form, LawDocument document)
    {
        var (lead, clauses) = ProvisionText.Split((form.Text ?? "").Split('\n').Select(Text.Normalize));
        return new Provision
        {
            Law = document.Number,
            LawName = document.Name,
            Article = form.Article!,
            Heading = Text.Normalize(form.Heading ?? ""),
            Chapter = Text.Normalize(form.Chapter ?? ""),
            Lead = lead,
            Clauses = clauses,
            Notes = [.. (form.AmendmentNotes ?? []).Concat(form.UpdateNotes ?? []).Select(Text.Normalize)],
            InForceFrom = document.InForceFrom,
            InForceUntil = document.InForceUntil,
        };
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record FileForm
    {
        public string? Number { get; init; }

        public string? Title { get; init; }

        public string? Type { get; init; }

        public string? Effective { get; init; }

        public string? Expired { get; init; }

        public string? ReplacedBy { get; init; }

        public IReadOnlyList<ArticleForm>? Articles { get; init; }
    }

    private sealed record ArticleForm
    {
        [JsonConverter(typeof(TextOrNumber))]
        public string? Article { get; init; }

        public string? Heading { get; init; }

        public string? Chapter { get; init; }

        public string? Text { get; init; }

        public IReadOnlyList<string>? AmendmentNotes { get; init; }

        public IReadOnlyList<string>? UpdateNotes { get; init; }
    }

    private sealed class TextOrNumber : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? reader.GetInt32().ToString(CultureInfo.InvariantCulture) : reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
