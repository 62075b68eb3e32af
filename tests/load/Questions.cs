using ChatBot.Knowledge.Search;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Knowledge;

namespace ChatBot.Load;

/// <summary>What people ask, and what the bot must say to it.</summary>
internal sealed class Questions
{
    private readonly Dictionary<string, string> articleOf;

    public Questions(string knowledgeFolder)
    {
        var content = KnowledgeFolder.Read(knowledgeFolder).Content;
        var bot = new Bot(KnowledgeIndex.Build(content), PhrasesFolder.Read(knowledgeFolder));
        var told = new Conversation("load") { DisclosedAt = TimeProvider.System.GetUtcNow(), LastHeardAt = TimeProvider.System.GetUtcNow() };
        articleOf = content.Articles.Where(article => article.Sensitive is null)
            .Select(article => (article.Id, Text: Ask(bot, told, article.Id)))
            .GroupBy(it => it.Text).Where(same => same.Count() == 1)
            .ToDictionary(it => it.Key, it => it.Single().Id);
        Articles = [.. articleOf.Values];
        Stories = [.. content.Articles.Where(article => article.Sensitive is null).SelectMany(it => it.Questions).Where(it => it.Length > 80 && GetsOneReply(bot, told, it))];
    }

    /// <summary>Articles whose answers nobody can take for one another.</summary>
    public IReadOnlyList<string> Articles { get; }

    /// <summary>Questions long enough to be a turn of their own, that the knowledge base answers.</summary>
    public IReadOnlyList<string> Stories { get; }

    /// <summary>The article that was answered; null for anything else the bot says.</summary>
    public string? AnsweredBy(string text) => articleOf.GetValueOrDefault(text);

    public static string Payload(string article) => new Tap(Tap.Article, article).ToString();

    private static bool GetsOneReply(Bot bot, Conversation told, string question) =>
        bot.OnTurn(told, new Activity { Text = question, Timestamp = told.LastHeardAt }) is { Kind: TurnKind.Answer or TurnKind.Choices, Replies.Count: 1 };

    private static string Ask(Bot bot, Conversation told, string article)
    {
        var tap = new Activity { Text = "Xem", Value = CardAction.PostBack("Xem", Payload(article)).Value, Timestamp = told.LastHeardAt };
        return bot.OnTurn(told, tap).Replies[^1].Text ?? "";
    }
}
