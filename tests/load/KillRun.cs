using System.Globalization;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Load;

/// <summary>People write while the program is killed again and again; afterwards everything is counted.</summary>
internal static class KillRun
{
    private static readonly TimeSpan AnswersMayTake = TimeSpan.FromMinutes(3);

    public static async Task<int> Run(int kills, int people)
    {
        var knowledge = Knowledge.Little();
        var questions = new Questions(knowledge);
        await using var graph = await FalseGraph.Open();
        using var bot = new BotProcess(graph.Url, knowledge);
        using var meta = new MetaCaller(bot.Webhook);
        var log = new RunLog(Path.Combine(bot.Folder, "meta.log"));
        graph.Echoes = meta;
        graph.OnTaken = message => log.Taken(message, questions.AnsweredBy(message.Text));

        bot.Start();
        await bot.Ready();
        using var ending = new CancellationTokenSource();
        var writing = Enumerable.Range(0, people).Select(person => Write($"{9000 + person}", questions, meta, log, ending.Token)).ToList();
        await KillAgainAndAgain(bot, kills);
        await bot.Ready();
        await ending.CancelAsync();
        await Task.WhenAll(writing);
        await UntilAnswered(log);
        return await Verdict.Tell(log, bot, kills);
    }

    // One message after the other; each is brought again until it is acknowledged.
    private static async Task Write(string person, Questions questions, MetaCaller meta, RunLog log, CancellationToken ending)
    {
        for (var number = 0; !ending.IsCancellationRequested; number++)
        {
            var article = questions.Articles[Random.Shared.Next(questions.Articles.Count)];
            var mid = $"m_{person}_{number.ToString(CultureInfo.InvariantCulture)}";
            var attempts = await meta.Deliver(Meta.Tap(person, mid, Questions.Payload(article)));
            log.Acknowledged(person, mid, article, attempts);
            await Task.Delay(Random.Shared.Next(400));
        }
    }

    private static async Task KillAgainAndAgain(BotProcess bot, int kills)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            // One in five dies while it starts.
            if (Random.Shared.Next(5) > 0)
                await bot.Ready();
            await Task.Delay(Random.Shared.Next(1500));
            bot.Kill();
            bot.Start();
        }
    }

    private static async Task UntilAnswered(RunLog log)
    {
        var giveUp = TimeProvider.System.GetUtcNow() + AnswersMayTake;
        while (log.Missing > 0 && TimeProvider.System.GetUtcNow() < giveUp)
            await Task.Delay(200);
        // Long enough for anything that would be sent a second time: an echo is awaited for 20 seconds.
        await Task.Delay(TimeSpan.FromSeconds(25));
    }
}
