using System.Diagnostics;

namespace ChatBot.Web.Tests.Houses;

/// <summary>A test waits until something is so, never for a time.</summary>
internal static class Waiting
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);

    public static async Task Until(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > TooLong)
                throw new TimeoutException("It did not come about in 20 seconds.");
            await Task.Delay(5);
        }
    }

    public static Task Until(Func<bool> isSo) => Until(() => Task.FromResult(isSo()));
}
