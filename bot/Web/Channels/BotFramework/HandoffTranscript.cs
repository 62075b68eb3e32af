using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Into which talk a desk is called.</summary>
/// <param name="Conversation">Its id with us.</param>
/// <param name="Bot">Whoever is not the worker: the bot, and our advisors by their names.</param>
public sealed record TalkSoFar(string Conversation, ChannelAccount Worker, ChannelAccount Bot)
{
    /// <summary>The last line before the call: what the worker says later reaches the desk later. Null: the desk hears the worker itself.</summary>
    public long? LastLine { get; init; }
}

/// <summary>Puts what was said so far beside the call for a person, as the schema wants it, so that the other desk need not ask again.</summary>
public sealed class HandoffTranscript(IDbContextFactory<ChatDb> databases)
{
    private const int MostLines = 100;

    /// <summary>An activity may have 256 K characters; half of that leaves room for everything else.</summary>
    private const int MostCharacters = 120_000;

    /// <summary>The call with the transcript; anything else as it is.</summary>
    public async Task<Activity> Attach(Activity activity, TalkSoFar talk, CancellationToken cancellationToken)
    {
        if (activity is not { Type: ActivityTypes.Event, Name: ActivityTypes.HandoffInitiate })
            return activity;
        var room = MostCharacters;
        var said = (await Read(talk, cancellationToken))
            .Select(row => Spoken.Line(row, ActivityJson.Read(row.Activity), talk.Worker, talk.Bot) with { ChannelId = activity.ChannelId, Conversation = activity.Conversation })
            .TakeWhile(it => (room -= it.Text!.Length + 500) > 0);
        var content = JsonSerializer.SerializeToElement(new { activities = said.Reverse().ToList() }, ActivityJson.Options);
        return activity with { Attachments = [new Attachment("application/json", Content: content, Name: "Transcript")] };
    }

    private async Task<List<SaidRow>> Read(TalkSoFar talk, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // Of an earlier case it need not know.
        var since = await db.Conversations.Where(row => row.Id == talk.Conversation).Select(row => row.EndedAt).SingleOrDefaultAsync(cancellationToken);
        return await db.Said.AsNoTracking()
            .Where(row => row.ConversationId == talk.Conversation && (since == null || row.At > since))
            .Where(row => row.Author != Author.System && row.Author != Author.Note && (row.Author != Author.Worker || talk.LastLine == null || row.Id <= talk.LastLine))
            .OrderByDescending(row => row.Id).Take(MostLines).ToListAsync(cancellationToken);
    }
}
