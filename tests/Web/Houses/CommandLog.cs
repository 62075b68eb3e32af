using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace ChatBot.Web.Tests.Houses;

/// <summary>Counts what a house asks its database.</summary>
/// <param name="words">Only commands with these words in them.</param>
internal sealed class CommandLog(string words) : ILoggerProvider, ILogger
{
    private int count;

    public int Count => count;

    public void AddTo(WebApplicationBuilder house) =>
        house.Logging.AddProvider(this).AddFilter<CommandLog>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (formatter(state, exception).Contains(words, StringComparison.Ordinal))
            Interlocked.Increment(ref count);
    }

    public void Dispose()
    {
    }
}
