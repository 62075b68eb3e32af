using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(ChatBot.Web.Tests.Houses.PostgresCluster.AtEnd))]

namespace ChatBot.Web.Tests.Houses;

/// <summary>A real PostgreSQL of our own, one per run, in a folder that goes with it. `ChatBot_Postgres` names another server instead.</summary>
internal sealed class PostgresCluster
{
    private static readonly Lazy<PostgresCluster> One = new(() => new PostgresCluster());

    private readonly string? folder;
    private readonly string server;
    private int databases;

    private PostgresCluster()
    {
        server = Environment.GetEnvironmentVariable("ChatBot_Postgres") ?? "";
        if (server.Length > 0)
            return;
        folder = Path.Combine(Path.GetTempPath(), $"chatbot-postgres-{Guid.NewGuid():N}");
        var port = FreePort();
        Run("initdb", "-D", folder, "-U", "chatbot", "-A", "trust", "-E", "UTF8", "--no-sync");
        Run("pg_ctl", "-D", folder, "-w", "-s", "-l", Path.Combine(folder, "log"),
            "-o", $"-c listen_addresses=127.0.0.1 -c port={port.ToString(CultureInfo.InvariantCulture)} -c unix_socket_directories='' -c max_connections=300", "start");
        server = $"Host=127.0.0.1;Port={port.ToString(CultureInfo.InvariantCulture)};Username=chatbot";
    }

    /// <summary>A new empty database; its connection string.</summary>
    public static async Task<string> NewDatabase()
    {
        var cluster = One.Value;
        var name = $"house_{Environment.ProcessId}_{Interlocked.Increment(ref cluster.databases)}";
        await Ask(cluster.server, $"CREATE DATABASE {name}");
        return $"{cluster.server};Database={name};Maximum Pool Size=30";
    }

    /// <summary>Gives back the connections a house kept ready: hundreds of houses would use up what the server has.</summary>
    public static async Task Leave(string connection)
    {
        if (!connection.Contains("Host=", StringComparison.Ordinal))
            return;
        await using var pool = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(pool);
    }

    /// <summary>Shuts a database: everybody is thrown out, and nobody may write, or even connect, until it is opened again.</summary>
    public static async Task Shut(string connection, string how)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        await Ask(connection, $"ALTER DATABASE {name} {how}");
        await Ask(connection, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static async Task Ask(string connection, string sql)
    {
        await using var postgres = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false }.ToString());
        await postgres.OpenAsync();
        await using var command = new NpgsqlCommand(sql, postgres);
        await command.ExecuteNonQueryAsync();
    }

    private static string Tool(string name) =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", name)).Order().LastOrDefault(File.Exists) is { } found
            ? found
            : throw new FileNotFoundException("PostgreSQL is not installed: apt-get install -y postgresql (or set ChatBot_Postgres to a server's connection string).");

    // PostgreSQL refuses to run as root: then its own account runs it.
    private static void Run(string tool, params string[] arguments)
    {
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", Tool(tool), .. arguments])
            : new ProcessStartInfo(Tool(tool), arguments);
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = tool == "initdb";
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput)
            process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Takes the server down when all tests are done.</summary>
    public sealed class AtEnd : IDisposable
    {
        public void Dispose()
        {
            if (!One.IsValueCreated || One.Value.folder is not { } folder)
                return;
            Run("pg_ctl", "-D", folder, "-s", "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }
}
