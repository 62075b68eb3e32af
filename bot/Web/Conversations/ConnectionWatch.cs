using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Looks after the connections with the platforms: once a day each is asked about, and tokens are renewed before they end. Its timer is a column, so that a kill loses none.</summary>
public sealed class ConnectionWatch(
    IEnumerable<Connection> connections, GroupCommit store, IDbContextFactory<ChatDb> databases, Bells bells, TimeProvider time, ILogger<ConnectionWatch> log)
    : ClaimingLoop<ConnectionRow>(bells.Timers, time, log, AtOnce)
{
    private const int AtOnce = 4;

    /// <summary>Whoever starts has more urgent things to do first.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(10);

    /// <summary>When a machine dies over it, the next one takes it up after this.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, Connection> connections = connections.ToDictionary(it => it.Channel);

    /// <summary>Pages of the settings are looked after as well; one that is not there any more is forgotten.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var due = (Time.GetUtcNow() + FirstLook).ToUnixTimeMilliseconds();
        // Not through the queue, which starts when everybody is there.
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var (channel, connection) in connections.Where(it => it.Value.Given.Count > 0))
        {
            await db.Connections.Where(row => row.Channel == channel && !connection.Given.Contains(row.Page)).ExecuteDeleteAsync(cancellationToken);
            foreach (var page in connection.Given)
                await db.Database.ExecuteSqlAsync($"""
                    INSERT INTO "Connections" ("Channel", "Page", "Generation", "DueAt") VALUES ({channel}, {page}, 0, {due})
                    ON CONFLICT ("Channel", "Page") DO NOTHING
                    """, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Asks about one now, for somebody who waits for the answer.</summary>
    public Task Look(string channel, string page, CancellationToken cancellationToken) =>
        Work(new ConnectionRow { Channel = channel, Page = page }, cancellationToken);

    /// <summary>People let us in again: what waits for it goes out now.</summary>
    public async Task Opened(string channel, string page, string head, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await store.Write(async (db, token) =>
        {
            await db.PausedPages.Where(row => row.Channel == channel && row.Page == page).ExecuteDeleteAsync(token);
            await db.Outbox.Where(row => row.Channel == channel && row.Page == page && row.State == OutboxState.Waiting && row.DueAt > now)
                .ExecuteUpdateAsync(row => row.SetProperty(it => it.DueAt, now), token);
            await db.Append(new AuditEntry(now, head, "channel-connected", null, $"{channel} {page}"), token);
        }, cancellationToken);
        bells.Replies.Ring();
        await Look(channel, page, cancellationToken);
    }

    protected override bool LooksFirst => true;

    protected override async Task<IReadOnlyList<ConnectionRow>> Claim(int most, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var (until, taken) = (now + ClaimHolds, new List<ConnectionRow>());
        foreach (var row in await Due(now, most, cancellationToken))
            if (await store.Write((db, token) => db.Connections.Where(it => it.Channel == row.Channel && it.Page == row.Page && it.DueAt <= now)
                .ExecuteUpdateAsync(it => it.SetProperty(its => its.DueAt, until), token), cancellationToken) == 1)
                taken.Add(row);
        return taken;
    }

    protected override async Task Work(ConnectionRow claim, CancellationToken cancellationToken)
    {
        var health = await connections[claim.Channel].Ask(claim.Page, cancellationToken);
        var now = Time.GetUtcNow();
        await store.Write(async (db, token) =>
        {
            if (await db.Connections.SingleOrDefaultAsync(it => it.Channel == claim.Channel && it.Page == claim.Page, token) is { } row)
                Note(row, health, now);
        }, cancellationToken);
        log.Looked(claim.Channel, claim.Page, health.GetType().Name);
    }

    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Ours(db).MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken);
    }

    private static void Note(ConnectionRow row, Health health, DateTimeOffset now)
    {
        // Well, but what is due could not be renewed: there are hours left, not a day.
        var later = health is Health.Fine && !(row.RenewAt <= now) ? now + Day : now + SoonAgain;
        row.DueAt = row.RenewAt > now && row.RenewAt < later ? row.RenewAt.Value : later;
        if (health is Health.Unclear)
            return;
        row.CheckedAt = now;
        if (health is Health.Broken(var why))
            row.Trouble = why;
        else if (row.RenewAt is null || row.RenewAt > now)
            row.Trouble = null;
        row.Name = (health as Health.Fine)?.Name ?? row.Name;
    }

    private async Task<IReadOnlyList<ConnectionRow>> Due(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Ours(db).AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).Take(most).ToListAsync(cancellationToken);
    }

    // Those of a channel that is off now wait until it is on again.
    private IQueryable<ConnectionRow> Ours(ChatDb db) => db.Connections.Where(row => connections.Keys.Contains(row.Channel));
}

internal static partial class ConnectionWatchLog
{
    [LoggerMessage(LogLevel.Information, "Looked after {Channel} {Page}: {Health}")]
    public static partial void Looked(this ILogger log, string channel, string page, string health);
}
