using ChatBot.Knowledge.Articles;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>What an import did.</summary>
/// <param name="Proposed">Files that wait beside an article an editor has changed.</param>
/// <param name="Removed">Articles nobody has touched whose file is gone.</param>
/// <param name="Mistakes">What is wrong in the files; a file that cannot be read is left out, the rest goes on.</param>
public sealed record ImportReport(int Added, int Renewed, int Proposed, int Removed, IReadOnlyList<Mistake> Mistakes)
{
    public bool Changed => Added + Renewed + Proposed + Removed > 0;
}

/// <summary>Brings the files of the knowledge-base folder into the database; an article an editor has changed is never overwritten.</summary>
public sealed class KnowledgeImport(GroupCommit store, TimeProvider clock)
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="StoreUnavailable">Nothing was brought in.</exception>
    public async Task<ImportReport> Import(string folder, CancellationToken cancellationToken)
    {
        var files = ArticleFiles.Find(folder);
        var readings = files.AsParallel().AsOrdered().Select(it => (File: it, Reading: it.Read())).ToList();
        var mistakes = readings.SelectMany(it => it.Reading.Mistakes).Concat(Twins(files)).ToList();
        var readable = readings.Where(it => it.Reading.Article is not null).Select(it => it.File).DistinctBy(it => it.Id).ToList();

        // A folder without a single article is a mistyped setting, and no wish to forget everything.
        var present = files.Count == 0 ? null : files.Select(it => it.Id).ToHashSet();
        return await store.Write(async (db, token) => await BringIn(db, readable, present, token) with { Mistakes = mistakes }, cancellationToken);
    }

    private async Task<ImportReport> BringIn(ChatDb db, List<ArticleFile> files, HashSet<string>? present, CancellationToken cancellationToken)
    {
        var rows = await db.Articles.ToDictionaryAsync(it => it.Id, cancellationToken);
        var report = new ImportReport(0, 0, 0, 0, []);
        foreach (var file in files)
            report = rows.TryGetValue(file.Id, out var row) ? Renew(report, row, file) : Add(report, db, file);

        var gone = rows.Values.Where(it => it.Source == it.Imported && present?.Contains(it.Id) == false).ToList();
        db.Articles.RemoveRange(gone);
        return report with { Removed = gone.Count };
    }

    private ImportReport Add(ImportReport report, ChatDb db, ArticleFile file)
    {
        db.Articles.Add(new ArticleRow { Id = file.Id, Area = file.Area, Source = file.Text, Imported = file.Text, ChangedAt = clock.GetUtcNow() });
        return report with { Added = report.Added + 1 };
    }

    private ImportReport Renew(ImportReport report, ArticleRow row, ArticleFile file)
    {
        if (row.Imported == file.Text && row.Area == file.Area)
            return report;
        var touched = row.Source != row.Imported && row.Source != file.Text;
        if (touched && row.Proposed == file.Text)
            return report;
        (row.Area, row.Source, row.Imported, row.Proposed) = touched
            ? (row.Area, row.Source, row.Imported, file.Text)
            : (file.Area, file.Text, file.Text, null);
        row.ChangedAt = clock.GetUtcNow();
        return touched ? report with { Proposed = report.Proposed + 1 } : report with { Renewed = report.Renewed + 1 };
    }

    private static IEnumerable<Mistake> Twins(IReadOnlyList<ArticleFile> files) =>
        from twins in files.GroupBy(it => it.Id)
        where twins.Count() > 1
        from twin in twins.Skip(1)
        select new Mistake(twin.Name, 1, $"trùng tên với {twins.First().Name}: mỗi bài cần một tên tệp riêng");
}
