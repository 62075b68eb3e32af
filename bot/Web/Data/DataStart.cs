using ChatBot.Web.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ChatBot.Web.Data;

/// <summary>Before anything else runs: opens the database and brings its tables up to date, or says what is in the way.</summary>
public sealed class DataStart(IDbContextFactory<ChatDb> databases) : IHostedService
{
    /// <summary>Any number, the same on every machine.</summary>
    private const long MigrationLock = 20261126;

    /// <exception cref="StartFailed">The database cannot be used; the message says what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (db is SqliteChatDb)
            await OpenFile(db, cancellationToken);
        else
            await OpenServer(db, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task OpenFile(ChatDb db, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await ForgetLockOfKilledStart(db, cancellationToken);
            await Migrate(db, cancellationToken);
            await ForgetClaimsOfKilledStart(db, cancellationToken);
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartFailed(
                $"The database {file} cannot be written ({trouble.Message}). Give this account the right to write the file and its folder, "
                + "free some space on the disk, or name another file in ConnectionStrings:Chat.", trouble);
        }
    }

    private static async Task OpenServer(ChatDb db, CancellationToken cancellationToken)
    {
        var where = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        try
        {
            await MigrateAlone(db, cancellationToken);
        }
        catch (NpgsqlException trouble)
        {
            throw new StartFailed(
                $"PostgreSQL at {where.Host}:{where.Port}, database {where.Database}, cannot be used ({trouble.Message}). "
                + "Start the server, and check the host, account and password in ConnectionStrings:Chat.", trouble);
        }
    }

    // The lock of the migrations themselves ends with each of them: two machines that start together would share the next ones.
    private static async Task MigrateAlone(ChatDb db, CancellationToken cancellationToken)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return;
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
            await creator.CreateAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        await Migrate(db, cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", cancellationToken);
        await db.Database.CloseConnectionAsync();
    }

    // Looking first: taking the migration lock for nothing would make machines that start together wait for each other.
    private static async Task Migrate(ChatDb db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            await db.Database.MigrateAsync(cancellationToken);
    }

    // On SQLite the migration lock is a row, and a program killed while migrating leaves it behind for ever. The file has one program.
    private static Task<int> ForgetLockOfKilledStart(ChatDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);

    // For the same reason nobody works any more on what was claimed: people need not wait until the claims run out.
    private static async Task ForgetClaimsOfKilledStart(ChatDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Conversations.Where(row => row.ClaimedUntil != null).ExecuteUpdateAsync(row => row.SetProperty(it => it.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
        await db.Outbox.Where(row => row.State == OutboxState.Sending && row.EchoBy == null)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.ClaimedUntil, DateTimeOffset.UnixEpoch), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
