using System.Diagnostics;
using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Search;
using ChatBot.Talk;
using ChatBot.Talk.Handoff.Calendar;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>Holds the bot and the index of what is published now; while a new index is built, the old one serves.</summary>
public sealed class KnowledgeBase(IConfiguration configuration, IDbContextFactory<ChatDb> databases, KnowledgeImport import, StatuteStore statutes, ILogger<KnowledgeBase> log) : BackgroundService
{
    /// <summary>How often the database is asked whether anything was published by another program.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim changed = new(0, 1);
    private volatile Loaded? loaded;

    /// <summary>The bot that speaks now. Before the first index, or after it broke, it says "unavailable".</summary>
    public Bot Bot => (loaded ?? throw new InvalidOperationException("The knowledge base has not been started.")).Bot;

    /// <summary>When advisors are on duty, as the content says.</summary>
    public WorkCalendar Calendar => loaded?.Calendar ?? WorkCalendar.WithoutHolidays;

    /// <summary>The content the current index was built from; empty while there is none.</summary>
    public KnowledgeContent Content => loaded?.Index?.Content ?? new KnowledgeContent();

    /// <summary>True once questions can be answered.</summary>
    public bool IsReady => loaded?.Index is not null;

    /// <summary>Asks the current index, for the exam and for editors.</summary>
    public Answering? Answering => loaded?.Answering;

    /// <summary>Articles or statutes changed: the index is built again at once.</summary>
    public void Changed()
    {
        if (changed.CurrentCount == 0)
            changed.Release();
    }

    /// <exception cref="StartFailed">The folder or the phrases cannot be used; the message says what to do.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = KnowledgeOptions.Folder(configuration);
        var report = await import.Import(folder, cancellationToken);
        log.Imported(report.Added, report.Renewed, report.Proposed, report.Removed);
        foreach (var mistake in report.Mistakes)
            log.Mistaken(mistake.ToString());
        await Load(folder, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var told = await changed.WaitAsync(LookAgain, stoppingToken);
                if (told || await Version(stoppingToken) != loaded!.Version)
                    await Load(KnowledgeOptions.Folder(configuration), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                log.NotLookedAt(trouble);
            }
        }
    }

    private async Task Load(string folder, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var version = await Version(cancellationToken);
        Phrases phrases;
        try
        {
            phrases = PhrasesFolder.Read(folder);
        }
        catch (PhrasesException trouble)
        {
            throw new StartFailed(trouble.Message, trouble);
        }

        var mistakes = new List<Mistake>();
        var calendar = CalendarFolder.Read(folder, mistakes);
        foreach (var mistake in mistakes)
            log.Mistaken(mistake.ToString());
        var index = await Build(folder, cancellationToken);
        loaded = new Loaded(version, index ?? loaded?.Index, phrases, calendar);
        if (index is not null)
            log.Built(index.Content.Articles.Count, index.Content.Provisions.Count, watch.ElapsedMilliseconds);
    }

    private async Task<KnowledgeIndex?> Build(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var beside = KnowledgeFolder.ReadBeside(folder).Content;
            var texts = (await statutes.All(cancellationToken)).Select(it => it.AsIn(beside.Catalogue)).ToList();
            return KnowledgeIndex.Build(beside with { Articles = await Published(cancellationToken), Provisions = [.. texts.SelectMany(it => it.Provisions)], Statutes = texts });
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            log.NotBuilt(trouble);
            return null;
        }
    }

    private async Task<IReadOnlyList<Article>> Published(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Articles.AsNoTracking().OrderBy(it => it.Id).ToListAsync(cancellationToken);
        return [.. rows.AsParallel().AsOrdered().Select(row => new ArticleFile(row.Area, row.Id, row.Source).Read().Article).OfType<Article>()];
    }

    // Two cheap aggregates tell whether another program published or imported anything.
    private async Task<(int Articles, DateTimeOffset? Newest, int Statutes, DateTimeOffset? Imported)> Version(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await db.Articles.CountAsync(cancellationToken), await db.Articles.MaxAsync(it => (DateTimeOffset?)it.ChangedAt, cancellationToken),
            await db.Statutes.CountAsync(cancellationToken), await db.Statutes.MaxAsync(it => (DateTimeOffset?)it.ImportedAt, cancellationToken));
    }

    private sealed record Loaded((int, DateTimeOffset?, int, DateTimeOffset?) Version, KnowledgeIndex? Index, Phrases Phrases, WorkCalendar Calendar)
    {
        public Bot Bot { get; } = new(Index, Phrases, Calendar);

        public Answering? Answering { get; } = Index is null ? null : new Answering(Index);
    }
}

internal static partial class KnowledgeBaseLog
{
    [LoggerMessage(LogLevel.Information, "Knowledge base: {Added} articles added, {Renewed} renewed, {Proposed} waiting as proposals, {Removed} removed")]
    public static partial void Imported(this ILogger log, int added, int renewed, int proposed, int removed);

    [LoggerMessage(LogLevel.Warning, "Knowledge base: {Mistake}")]
    public static partial void Mistaken(this ILogger log, string mistake);

    [LoggerMessage(LogLevel.Information, "Knowledge base: index of {Articles} articles and {Provisions} provisions built in {Milliseconds} ms")]
    public static partial void Built(this ILogger log, int articles, int provisions, long milliseconds);

    [LoggerMessage(LogLevel.Error, "Knowledge base: the index could not be built; the one before it, if any, goes on serving")]
    public static partial void NotBuilt(this ILogger log, Exception trouble);

    [LoggerMessage(LogLevel.Error, "Knowledge base: could not look for changes; trying again")]
    public static partial void NotLookedAt(this ILogger log, Exception trouble);
}
