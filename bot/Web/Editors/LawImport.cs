using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Web.Data.Knowledge;

namespace ChatBot.Web.Editors;

/// <summary>The command `import-law`: official texts into the database.</summary>
public static class LawImport
{
    /// <summary>Reads official texts into the database. A file that cannot be read is told with the reason and changes nothing; the others go on.</summary>
    /// <returns>0; 1 when a file was left out.</returns>
    public static async Task<int> Run(IServiceProvider services, IReadOnlyList<string> files, TextWriter output, CancellationToken cancellationToken)
    {
        var catalogue = services.GetRequiredService<KnowledgeBase>().Content.Catalogue;
        var store = services.GetRequiredService<StatuteStore>();
        var failed = 0;
        foreach (var file in files)
        {
            var reading = Read(file, catalogue);
            foreach (var mistake in reading.Mistakes)
                await output.WriteLineAsync(mistake.ToString());
            if (reading.Statute is not { } statute)
                failed++;
            else if (await Keep(store, statute, reading.Mistakes.Count > 0, cancellationToken) is not { } refused)
                await output.WriteLineAsync(Told(statute));
            else
            {
                await output.WriteLineAsync($"{file}: {refused}");
                failed++;
            }
        }

        return failed == 0 ? 0 : 1;
    }

    // A text with gaps is better than none, but must not take the place of a fuller one. Null: kept.
    private static async Task<string?> Keep(StatuteStore store, Statute statute, bool hasMistakes, CancellationToken cancellationToken)
    {
        if (hasMistakes && await store.Find(statute.Document.Number, cancellationToken) is { } before && before.Provisions.Count > statute.Provisions.Count)
            return $"giữ bản đã có ({before.Provisions.Count} điều), vì tệp này chỉ đọc được {statute.Provisions.Count} điều và có lỗi.";
        await store.Keep(statute, cancellationToken);
        return null;
    }

    private static string Told(Statute statute)
    {
        var document = statute.Document;
        var clauses = statute.Provisions.Sum(it => it.Clauses.Count);
        var points = statute.Provisions.Sum(it => it.Points.Count + it.Clauses.Sum(clause => clause.Points.Count));
        var annexed = statute.Appendices.Count > 0 ? $", {statute.Appendices.Count} phụ lục" : "";
        var ended = document.InForceUntil is { } until ? $" Áp dụng đến hết {until:d/M/yyyy}{(document.ReplacedBy is { } by ? $", thay bằng {by}" : "")}: sau đó không dùng để trả lời." : "";
        return $"{document.Name} {document.Number}: {statute.Provisions.Count} điều, {clauses} khoản, {points} điểm{annexed}.{ended}";
    }

    private static StatuteReading Read(string file, LawCatalogue catalogue)
    {
        try
        {
            return StatuteReader.Read(file, File.ReadAllBytes(file), catalogue);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new StatuteReading(null, [new Mistake(file, 0, $"không đọc được: {trouble.Message}")]);
        }
    }
}
