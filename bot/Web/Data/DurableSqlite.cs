using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatBot.Web.Data;

/// <summary>Sets every SQLite connection so that a commit is on the disk when it returns, and that readers do not stop the writer.</summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 4000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
