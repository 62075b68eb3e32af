using System.Diagnostics;

namespace ChatBot.Web.Tests.Houses;

/// <summary>A test waits until something is so, never for a time.</summary>
internal static class Waiting
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    /// <param name="nudge">Done again and again once it takes long.</param>
    public static async Task Until(Func<Task<bool>> isSo, Action? nudge = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > TooLong)
                throw new TimeoutException("It did not come about in 20 seconds.");
            if (watch.Elapsed > Long)
                nudge?.Invoke();
            await Task.Delay(5);
        }
    }

    public static Task Until(Func<bool> isSo) => Until(() => Task.FromResult(isSo()));
}
