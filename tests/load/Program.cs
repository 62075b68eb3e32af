using System.Globalization;

namespace ChatBot.Load;

/// <summary>Plays Meta towards the built program: `kill 25` shows that nothing is lost or answered twice, `speed 4000` how fast it is.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args) => args switch
    {
        ["kill", var kills] when int.TryParse(kills, CultureInfo.InvariantCulture, out var count) => await KillRun.Run(count, people: 24),
        ["speed", var messages] when int.TryParse(messages, CultureInfo.InvariantCulture, out var count) => await SpeedRun.Run(count, connections: 32),
        _ => Explain(),
    };

    private static int Explain()
    {
        Console.Error.WriteLine("""
            kill N    kills the program N times while people write, and shows that every message was stored once and answered once, in order
            speed N   N messages with answers, and N without: their conversations are answered in the Page's inbox, so the bot is silent
            """);
        return 2;
    }
}
