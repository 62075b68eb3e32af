using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Load;

/// <summary>The built program as a process of its own, on one port and one database through all its lives.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly TimeSpan StartMayTake = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Dictionary<string, string?> settings;
    private readonly string journal;
    private Process? process;

    public BotProcess(string graphUrl, string knowledgeFolder)
    {
        Folder = Directory.CreateTempSubdirectory("chatbot-load-").FullName;
        journal = Path.Combine(Folder, "program.log");
        Address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        settings = new(Meta.Settings(graphUrl))
        {
            ["urls"] = Address,
            ["ConnectionStrings:Chat"] = Connection,
            ["Knowledge:Folder"] = knowledgeFolder,
        };
    }

    /// <summary>Everything of this run lies here.</summary>
    public string Folder { get; }

    public string Connection => Environment.GetEnvironmentVariable("ChatBot_Load") ?? $"Data Source={Path.Combine(Folder, "chatbot.db")}";

    public string Address { get; }

    public Uri Webhook => new($"{Address}/webhooks/messenger");

    public void Start()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ChatBot.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. settings.Select(it => $"--{it.Key}={it.Value}")]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <exception cref="TimeoutException">It is not ready after a minute; its journal says why.</exception>
    public async Task<TimeSpan> Ready()
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < StartMayTake)
        {
            try
            {
                if ((await http.GetAsync(new Uri($"{Address}/health/ready"))).StatusCode == HttpStatusCode.OK)
                    return watch.Elapsed;
            }
            catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"The program did not get ready. Its journal: {journal}");
    }

    /// <summary>SIGKILL: it has no time for anything.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>The memory it holds now, in bytes, and the time all processors have worked for it.</summary>
    public (long Memory, TimeSpan Worked) Use()
    {
        process!.Refresh();
        return (process.WorkingSet64, process.TotalProcessorTime);
    }

    public void Dispose()
    {
        if (process is not null)
            Kill();
        http.Dispose();
    }

    private void Note(string? line)
    {
        if (line is not null)
            lock (journal)
                File.AppendAllText(journal, line + "\n");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
