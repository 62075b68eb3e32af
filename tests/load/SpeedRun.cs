using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Load;

/// <summary>As many messages as it takes in, once with answers and once without.</summary>
internal static class SpeedRun
{
    private const int People = 500;

    private static readonly TimeSpan AnswersMayTake = TimeSpan.FromMinutes(2);

    public static async Task<int> Run(int messages, int connections)
    {
        var questions = new Questions(Knowledge.Whole);
        await using var graph = await FalseGraph.Open();
        using var bot = new BotProcess(graph.Url, Knowledge.Whole);
        using var meta = new MetaCaller(bot.Webhook);
        bot.Start();
        var start = await bot.Ready();
        var idle = bot.Use().Memory;

        var fast = new Fast(questions, graph, meta, bot, connections);
        await fast.Answered("warm", messages / 4);
        var answered = await fast.Answered("asks", messages);
        await Silence(meta, connections);
        var kept = await fast.Kept("quiet", messages);

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            readyAfterSeconds = Math.Round(start.TotalSeconds, 2),
            memoryIdleMB = idle >> 20,
            memoryAfterMB = bot.Use().Memory >> 20,
            messages,
            connections,
            answered,
            withoutAnswering = kept,
        }));
        return 0;
    }

    // Somebody answers in the Page's inbox: the bot is silent in these conversations, and the webhook does all the rest.
    private static Task Silence(MetaCaller meta, int connections) => Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (person, _) =>
        await meta.Deliver(Meta.AnsweredInInbox(Fast.Person("quiet", person), $"silence_{person.ToString(CultureInfo.InvariantCulture)}", "Chào bạn")));

    private sealed class Fast(Questions questions, FalseGraph graph, MetaCaller meta, BotProcess bot, int connections)
    {
        public static string Person(string kind, int number) => $"{kind}-{(number % People).ToString(CultureInfo.InvariantCulture)}";

        public async Task<object> Answered(string kind, int messages)
        {
            var (watch, before) = (Stopwatch.StartNew(), bot.Use().Worked);
            // Each person is told once that this is a bot.
            var expected = graph.Taken.Count + messages + Math.Min(People, messages);
            var acknowledged = await Post(kind, messages);
            var posted = watch.Elapsed;
            while (graph.Taken.Count < expected && watch.Elapsed < AnswersMayTake)
                await Task.Delay(5);
            return new
            {
                messagesPerSecond = Rate(messages, watch.Elapsed),
                acknowledgedPerSecond = Rate(messages, posted),
                p50 = Percentile(acknowledged, 50),
                p99 = Percentile(acknowledged, 99),
                processorMsPerMessage = Worked(before, messages),
                unanswered = Math.Max(0, expected - graph.Taken.Count),
            };
        }

        public async Task<object> Kept(string kind, int messages)
        {
            var (watch, before) = (Stopwatch.StartNew(), bot.Use().Worked);
            var acknowledged = await Post(kind, messages);
            return new
            {
                acknowledgedPerSecond = Rate(messages, watch.Elapsed),
                p50 = Percentile(acknowledged, 50),
                p99 = Percentile(acknowledged, 99),
                processorMsPerMessage = Worked(before, messages),
            };
        }

        private async Task<double[]> Post(string kind, int messages)
        {
            var times = new ConcurrentBag<double>();
            await Parallel.ForAsync(0, messages, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (number, _) =>
            {
                var body = Meta.Text(Person(kind, number), $"{kind}_{number.ToString(CultureInfo.InvariantCulture)}", questions.Stories[number % questions.Stories.Count]);
                var watch = Stopwatch.StartNew();
                await meta.Deliver(body);
                times.Add(watch.Elapsed.TotalMilliseconds);
            });
            return [.. times.Order()];
        }

        private double Worked(TimeSpan before, int messages) => Math.Round((bot.Use().Worked - before).TotalMilliseconds / messages, 2);

        private static double Rate(int messages, TimeSpan time) => Math.Round(messages / time.TotalSeconds);

        private static double Percentile(double[] sorted, int percent) => Math.Round(sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)], 1);
    }
}
