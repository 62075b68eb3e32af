using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;
using ChatBot.Talk;
using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Editors;

/// <summary>The commands about articles: `check` a knowledge base, `export` the published articles.</summary>
public static class FileCommands
{
    /// <summary>Every mistake of a knowledge-base folder, in Vietnamese, each with file and line; then a line for each document that is over or soon will be. Touches no database.</summary>
    /// <returns>0 without mistakes, 1 with, 2 when there is no such folder.</returns>
    public static async Task<int> Check(string folder, TimeProvider clock, TextWriter output)
    {
        if (!Directory.Exists(folder))
        {
            await output.WriteLineAsync($"Không có thư mục {folder}.");
            return 2;
        }

        var reading = KnowledgeFolder.Read(folder);
        var today = OfficeHours.DayOf(clock.GetUtcNow());
        var mistakes = reading.Mistakes.Concat(KnowledgeFolder.Check(reading.Drafts, today)).Concat(PhraseMistakes(folder)).Concat(CalendarMistakes(folder, today))
            .Distinct().OrderBy(it => it.File, StringComparer.Ordinal).ThenBy(it => it.Line).ToList();
        foreach (var mistake in mistakes)
            await output.WriteLineAsync(mistake.ToString());
        foreach (var ending in LawEndings.Of(reading.Drafts.Articles, reading.Drafts.Catalogue, today))
            await output.WriteLineAsync(ending.ToString());
        await output.WriteLineAsync(mistakes.Count == 0
            ? $"{reading.Content.Articles.Count} bài, không có lỗi."
            : $"{reading.Content.Articles.Count} bài đọc được, {mistakes.Count} lỗi.");
        return mistakes.Count == 0 ? 0 : 1;
    }

    /// <summary>Writes the published articles as files, byte for byte what was imported where nobody touched them.</summary>
    public static async Task<int> Export(IServiceProvider services, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(cancellationToken);
        var rows = await db.Articles.AsNoTracking().OrderBy(it => it.Id).ToListAsync(cancellationToken);
        try
        {
            foreach (var row in rows)
                ArticleFiles.Write(folder, new ArticleFile(row.Area, row.Id, row.Source));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"Không ghi được vào {folder}: {trouble.Message}");
            return 1;
        }

        await output.WriteLineAsync($"Đã ghi {rows.Count} bài vào {folder}.");
        return 0;
    }

    private static List<Mistake> CalendarMistakes(string folder, DateOnly today)
    {
        var mistakes = new List<Mistake>();
        var calendar = CalendarFolder.Read(folder, mistakes);
        mistakes.AddRange(mistakes.Count == 0 ? CalendarReader.Check(calendar, today) : []);
        return mistakes;
    }

    private static IEnumerable<Mistake> PhraseMistakes(string folder)
    {
        try
        {
            PhrasesFolder.Read(folder);
            return [];
        }
        catch (PhrasesException trouble)
        {
            return [new Mistake("_phrases", 0, trouble.Message)];
        }
    }
}
