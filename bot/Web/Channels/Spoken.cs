using System.Globalization;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Channels;

/// <summary>What was said, in the words of the activity schema, for somebody who is not ours.</summary>
public static class Spoken
{
    /// <summary>The text, or what the tapped button says; a file is only mentioned, because it stays with us.</summary>
    public static string Of(Activity activity) =>
        activity.Text is { Length: > 0 } text ? text : activity.Said is { Length: > 0 } tapped ? tapped : activity.Attachments is { Count: > 0 } ? "(tệp)" : "";

    /// <summary>A line of a transcript; where it was said is added by whoever asks.</summary>
    /// <param name="said">The line's activity, read.</param>
    /// <param name="bot">Whoever is not the worker: the bot, and advisors by their names.</param>
    public static Activity Line(SaidRow row, Activity said, ChannelAccount worker, ChannelAccount bot) => new()
    {
        Id = row.Id.ToString(CultureInfo.InvariantCulture),
        Timestamp = row.At,
        From = row.Author == Author.Worker ? worker : bot with { Name = row.AuthorName ?? bot.Name },
        Text = Of(said),
    };
}
