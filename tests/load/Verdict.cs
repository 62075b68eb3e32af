using System.Text.Json;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Load;

/// <summary>Compares what was acknowledged with what was stored and what people got.</summary>
internal static class Verdict
{
    /// <returns>0 when every message was stored once and answered once, in order per person.</returns>
    public static async Task<int> Tell(RunLog log, BotProcess bot, int kills)
    {
        var mistakes = PerPerson(log).Concat(await Stored(log, bot)).ToList();
        mistakes.ForEach(Console.WriteLine);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            kills,
            acknowledged = log.Messages.Count,
            broughtAgain = log.Repeats,
            answered = log.Answers.Count,
            people = log.Messages.Select(it => it.Person).Distinct().Count(),
            mistakes = mistakes.Count,
            log = log.File,
        }));
        return mistakes.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> PerPerson(RunLog log)
    {
        var answers = log.Answers.ToLookup(it => it.Person);
        foreach (var messages in log.Messages.GroupBy(it => it.Person))
        {
            foreach (var twice in answers[messages.Key].GroupBy(it => it.Key).Where(it => it.Count() > 1))
                yield return $"{messages.Key}: {twice.Key} was sent {twice.Count()} times";
            var asked = messages.Select(it => it.Article).ToList();
            var answered = answers[messages.Key].Select(it => it.Article).ToList();
            if (!asked.SequenceEqual(answered))
                yield return $"{messages.Key}: asked {asked.Count}, answered {answered.Count}, first difference at {asked.Zip(answered).TakeWhile(it => it.First == it.Second).Count()}";
        }
    }

    private static async Task<IEnumerable<string>> Stored(RunLog log, BotProcess bot)
    {
        await using var services = new ServiceCollection().AddDatabase(bot.Connection).BuildServiceProvider();
        await using var db = services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext();
        var rows = await db.Inbox.AsNoTracking().Select(it => new { it.ExternalId, Done = it.DoneAt != null }).ToListAsync();
        var unsent = await db.Outbox.CountAsync(it => it.State != OutboxState.Sent);
        var stored = rows.ToLookup(it => it.ExternalId);
        return
        [
            .. log.Messages.Where(it => stored[it.Mid].Count() != 1).Select(it => $"{it.Mid} is stored {stored[it.Mid].Count()} times"),
            .. rows.Where(it => !it.Done).Select(it => $"{it.ExternalId} was never done"),
            .. unsent == 0 ? Array.Empty<string>() : [$"{unsent} replies are not sent"],
        ];
    }
}
