using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data;

/// <summary>
/// The one queue through which everything is written: many units share one transaction and one wait for the disk.
/// A unit that fails takes back its own changes and fails for its own caller; nobody is told before the commit is durable.
/// </summary>
public sealed class GroupCommit(IDbContextFactory<ChatDb> databases, ILogger<GroupCommit> log) : BackgroundService
{
    private const int MostAtOnce = 256;

    private readonly Channel<WriteUnit> queue = Channel.CreateUnbounded<WriteUnit>(new() { SingleReader = true });

    /// <summary>Runs <paramref name="unit"/> inside the next transaction and answers once it is durable. What it adds or changes on the context is saved for it.</summary>
    /// <param name="unit">May run more than once, when machines collide: it changes nothing but the database.</param>
    /// <exception cref="StoreUnavailable">The database takes nothing at the moment, or the program is stopping.</exception>
    public async Task<T> Write<T>(Func<ChatDb, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        var waiting = new WriteUnit<T>(unit, cancellationToken);
        return queue.Writer.TryWrite(waiting) ? await waiting.Result : throw new StoreUnavailable("The program is stopping.");
    }

    /// <inheritdoc cref="Write{T}"/>
    public Task Write(Func<ChatDb, CancellationToken, Task> unit, CancellationToken cancellationToken) =>
        Write(async (db, token) =>
        {
            await unit(db, token);
            return true;
        }, cancellationToken);

    // Stopping closes the queue; what is in it already is still written.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var closing = stoppingToken.Register(() => queue.Writer.TryComplete());
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = TakeBatch();
            await CommitTogether(batch);
            foreach (var unit in batch)
                while (unit.Collided)
                    await CommitTogether([unit]);
        }
    }

    private List<WriteUnit> TakeBatch()
    {
        var batch = new List<WriteUnit>();
        while (batch.Count < MostAtOnce && queue.Reader.TryRead(out var unit))
            if (!unit.IsGivenUp)
                batch.Add(unit);
        return batch;
    }

    private async Task CommitTogether(List<WriteUnit> batch)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var unit in batch)
                await unit.Run(db, transaction);
            await transaction.CommitAsync();
            batch.ForEach(unit => unit.Tell());
        }
        catch (Exception trouble)
        {
            var unavailable = StoreUnavailable.From(trouble) ?? new StoreUnavailable("The transaction failed.", trouble);
            log.NotWritten(trouble, batch.Count);
            batch.ForEach(unit => unit.Fail(unavailable));
        }
    }
}

internal static partial class GroupCommitLog
{
    [LoggerMessage(LogLevel.Error, "The database did not take {Units} writes; their callers were told")]
    public static partial void NotWritten(this ILogger log, Exception trouble, int units);
}
