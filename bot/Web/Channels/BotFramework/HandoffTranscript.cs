using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Puts what was said so far beside the call for a person, as the schema wants it, so that the other desk need not ask again.</summary>
public sealed class HandoffTranscript(IDbContextFactory<ChatDb> databases)
{
    private const int MostLines = 100;

    /// <summary>An activity may have 256 K characters; half of that leaves room for everything else.</summary>
    private const int MostCharacters = 120_000;

    /// <summary>The call with the transcript; anything else as it is.</summary>
    public async Task<Activity> Attach(Activity activity, Address to, CancellationToken cancellationToken)
    {
        if (activity is not { Type: ActivityTypes.Event, Name: ActivityTypes.HandoffInitiate })
            return activity;
        var content = JsonSerializer.SerializeToElement(new { activities = await Read(activity, to, cancellationToken) }, ActivityJson.Options);
        return activity with { Attachments = [new Attachment("application/json", Content: content, Name: "Transcript")] };
    }

    private async Task<IReadOnlyList<Activity>> Read(Activity call, Address to, CancellationToken cancellationToken)
    {
        var conversation = $"{BotFrameworkPayload.Channel}:{to.Page}:{to.Person}";
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var lines = await db.Said.AsNoTracking()
            .Where(row => row.ConversationId == conversation && row.Author != Author.System && row.Author != Author.Note)
            .OrderByDescending(row => row.Id).Take(MostLines).ToListAsync(cancellationToken);
        var room = MostCharacters;
        return [.. lines.Select(row => Line(row, call)).TakeWhile(it => (room -= it.Text!.Length + 500) > 0).Reverse()];
    }

    private static Activity Line(SaidRow row, Activity call)
    {
        var said = ActivityJson.Read(row.Activity);
        return new Activity
        {
            Id = row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Timestamp = row.At,
            ChannelId = call.ChannelId,
            Conversation = call.Conversation,
            // On the way out the bot is the sender of the call and the worker the one it goes to.
            From = row.Author == Author.Worker ? call.Recipient : call.From! with { Name = row.AuthorName ?? call.From.Name },
            Text = said.Text is { Length: > 0 } text ? text : said.Said is { Length: > 0 } tapped ? tapped : said.Attachments is { Count: > 0 } ? "(tệp)" : "",
        };
    }
}
