using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace ChatBot.Web.Data;

/// <summary>The database takes nothing at the moment: full, read-only, locked or away. The web edge answers 503, so that the platform comes again.</summary>
public sealed class StoreUnavailable(string why, Exception? inner = null) : Exception(why, inner)
{
    private static readonly HashSet<int> SqliteCodes =
    [
        raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_READONLY, raw.SQLITE_IOERR,
        raw.SQLITE_FULL, raw.SQLITE_CANTOPEN, raw.SQLITE_NOMEM, raw.SQLITE_CORRUPT,
    ];

    /// <summary>The same trouble as a value of this type, when it is the database's and not the unit's own.</summary>
    public static StoreUnavailable? From(Exception trouble) => Innermost(trouble) switch
    {
        StoreUnavailable already => already,
        SqliteException sqlite when SqliteCodes.Contains(sqlite.SqliteErrorCode) => new(sqlite.Message, trouble),
        PostgresException { SqlState: var state } postgres when IsOfTheServer(state) => new(postgres.MessageText, trouble),
        NpgsqlException and not PostgresException => new("PostgreSQL does not answer.", trouble),
        _ => null,
    };

    /// <summary>Two machines waited for each other: the same unit will pass when it is tried again.</summary>
    public static bool IsCollision(Exception trouble) =>
        Innermost(trouble) is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    // 08 connection, 25006 read-only, 40 machines colliding again and again, 53 full, 57 shutting down or cancelled, 58 input/output.
    private static bool IsOfTheServer(string state) =>
        state is PostgresErrorCodes.ReadOnlySqlTransaction || state[..2] is "08" or "40" or "53" or "57" or "58";

    private static Exception Innermost(Exception trouble)
    {
        while (trouble is not (DbException or StoreUnavailable) && trouble.InnerException is { } inner)
            trouble = inner;
        return trouble;
    }
}
