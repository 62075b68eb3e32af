using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatBot.Web.Data;

/// <summary>Carries the live feed between machines with LISTEN and NOTIFY. Without it, or while it is broken, readers notice a little later.</summary>
public sealed class PostgresFeed(string connectionString, IDbContextFactory<ChatDb> databases, LiveFeed feed, TimeProvider time, ILogger<PostgresFeed> log) : BackgroundService
{
    private const string Topic = "chatbot";
    private const int MostAtOnce = 200;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly string machine = Guid.NewGuid().ToString("N");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Forever(Listen, stoppingToken), Forever(TellOthers, stoppingToken));

    private async Task Forever(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.FeedBroke(trouble.Message);
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Listen(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, notice) => Hear(notice.Payload);
        await connection.OpenAsync(cancellationToken);
        await using var listen = new NpgsqlCommand($"LISTEN {Topic}", connection);
        await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
            await connection.WaitAsync(cancellationToken);
    }

    private void Hear(string payload)
    {
        if (payload.Split('|', 2) is [var from, var conversation] && from != machine)
            feed.Hear(conversation);
    }

    private async Task TellOthers(CancellationToken cancellationToken)
    {
        var words = new HashSet<string>();
        while (await feed.ForOthers.Reader.WaitToReadAsync(cancellationToken))
        {
            while (words.Count < MostAtOnce && feed.ForOthers.Reader.TryRead(out var conversation))
                words.Add($"{machine}|{conversation}");
            var payloads = words.ToArray();
            words.Clear();
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Topic}, word) FROM unnest({payloads}) AS word", cancellationToken);
        }
    }
}

internal static partial class PostgresFeedLog
{
    [LoggerMessage(LogLevel.Warning, "The live feed between machines broke and is tried again: {Why}")]
    public static partial void FeedBroke(this ILogger log, string why);
}
