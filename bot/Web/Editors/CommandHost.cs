using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;

namespace ChatBot.Web.Editors;

/// <summary>Runs a command on the same database and knowledge base as the program, without its web pages.</summary>
public static class CommandHost
{
    /// <summary>Starts what a command needs, runs it, and stops again. Standard output belongs to the command; the journal goes to standard error.</summary>
    /// <returns>The command's exit code; 2 when it could not begin.</returns>
    public static async Task<int> Run(string[] settings, Func<IServiceProvider, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        // Only --name=value is a setting: the host would take a path such as /tmp/luat.json for a switch, and what follows for its value.
        var given = settings.Where(it => it.StartsWith("--", StringComparison.Ordinal) && it.Contains('=', StringComparison.Ordinal));
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = [.. given] });
        builder.Logging.ClearProviders().AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddKnowledge();
        using var host = builder.Build();
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (StartFailed trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return 2;
        }

        var code = await command(host.Services, cancellationToken);
        await host.StopAsync(cancellationToken);
        return code;
    }
}
