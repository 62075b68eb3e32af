using Microsoft.Extensions.Logging;

namespace ChatBot.Web.Tests.Houses;

/// <summary>Shows a failed test what the program complained of.</summary>
internal sealed class TestLog : ILoggerProvider, ILogger
{
    private readonly ITestOutputHelper? output = TestContext.Current.TestOutputHelper;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            if (IsEnabled(logLevel))
                output?.WriteLine($"{logLevel}: {formatter(state, exception)} {exception}");
        }
        catch (InvalidOperationException)
        {
            // The test is over; the house is closing.
        }
    }

    public void Dispose()
    {
    }
}
