using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Law;

/// <summary>Reads a statute from JSON: one object with <c>number</c>, <c>title</c>, <c>effective</c> and <c>articles</c>.</summary>
internal static partial class StatuteJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static StatuteReading Read(string file, byte[] bytes, LawCatalogue catalogue)
    {
        StatuteForm? form;
        try
        {
            form = JsonSerializer.Deserialize<StatuteForm>(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes, Options);
        }
        catch (JsonException wrong)
        {
            return StatuteReader.Failed(file, wrong.Path is { Length: > 1 } path ? $"JSON sai cách viết ở {path}" : "JSON sai cách viết", (int)(wrong.LineNumber ?? -1) + 1);
        }

        if (form?.Number is not { Length: > 0 } number)
            return StatuteReader.Failed(file, "thiếu \"number\" (số hiệu văn bản)", 1);
        if (Document(form, catalogue.Find(number)) is not { } document)
            return StatuteReader.Failed(file, "thiếu \"effective\" (ngày có hiệu lực, năm-tháng-ngày)", 1);

        var articles = (form.Articles ?? []).Where(it => it.Article is { Length: > 0 }).ToList();
        var mistakes = Mistakes(file, form, articles, document).ToList();
        return articles.Count == 0 ? new StatuteReading(null, mistakes) : new StatuteReading(Statute(form, articles, document), mistakes);
    }

    private static LawDocument? Document(StatuteForm form, LawDocument? known)
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

    private static Statute Statute(StatuteForm form, List<ArticleForm> articles, LawDocument document)
    {
        var annexed = new List<Appendix>();
        var provisions = articles.Select(it => Provision(it, document, annexed)).ToList();
        annexed.AddRange(Appendices.Split(Lines(form.Appendix)).Found);
        return new Statute(document, provisions) { Notes = [.. Notes(form, articles.Count)], Appendices = annexed };
    }

    // An appendix that stands behind the last article is none of its clauses.
    private static Provision Provision(ArticleForm form, LawDocument document, List<Appendix> annexed)
    {
        var (text, behind) = Appendices.Split(Lines(form.Text));
        annexed.AddRange(behind);
        return ProvisionText.Into(
            new Provision
            {
                Law = document.Number,
                LawName = document.Name,
                Article = form.Article!,
                Heading = Text.Normalize(form.Heading ?? ""),
                Chapter = Text.Normalize(form.Chapter ?? ""),
                Section = Text.Normalize(form.Section ?? ""),
                Notes = [.. (form.AmendmentNotes ?? []).Select(Text.Normalize)],
                Updates = [.. (form.UpdateNotes ?? []).Select(Text.Normalize)],
                InForceFrom = document.InForceFrom,
                InForceUntil = document.InForceUntil,
            },
            text);
    }

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n').Select(it => StatuteTable.Row(Text.Normalize(it))).OfType<string>().Where(it => it.Length > 0);

    private static IEnumerable<string> Notes(StatuteForm form, int articles)
    {
        if (form.Partial)
            yield return $"Đây là bản trích: chỉ có {articles}{(form.TotalArticlesInDocument is { } all ? $" trên {all}" : "")} điều.";
        if (form.Note is { Length: > 0 } note)
            yield return Text.Normalize(note);
        if (form.Consolidated is { Length: > 0 } consolidated)
            yield return $"Theo văn bản hợp nhất {Text.Normalize(consolidated)}.";
        foreach (var change in form.AmendedBy ?? [])
            yield return Text.Normalize($"Sửa đổi, bổ sung bởi {change.By}, từ {Written(change.Effective)}: {string.Join("; ", (change.Articles ?? []).Select(it => IsArticle().IsMatch(it) ? $"Điều {it}" : it))}.");
    }

    private static string Written(string? day) => Day(day) is { } known ? known.ToString("d/M/yyyy", CultureInfo.InvariantCulture) : day ?? "";

    private static IEnumerable<Mistake> Mistakes(string file, StatuteForm form, List<ArticleForm> articles, LawDocument document)
    {
        foreach (var (place, _) in (form.Articles ?? []).Index().Where(it => it.Item.Article is null or ""))
            yield return new Mistake(file, 0, $"mục thứ {place + 1} của \"articles\" thiếu \"article\" (số điều)");
        foreach (var empty in articles.Where(it => string.IsNullOrWhiteSpace(it.Text)))
            yield return new Mistake(file, 0, $"Điều {empty.Article} thiếu \"text\" (lời văn)");
        foreach (var twice in articles.GroupBy(it => it.Article).Where(it => it.Count() > 1))
            yield return new Mistake(file, 0, $"Điều {twice.Key} đứng {twice.Count()} lần");
        if (articles.Count == 0)
            yield return new Mistake(file, 0, "không có điều nào trong \"articles\"");
        else if (!form.Partial && StatuteLines.Missing(articles.Select(it => it.Article!), document) is { } missing)
            yield return new Mistake(file, 0, missing);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^\d")]
    private static partial Regex IsArticle();
}
