using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels;

/// <summary>What somebody said, as words for a desk that is not ours.</summary>
public static class Spoken
{
    /// <summary>The text, or what the tapped button says; a file is only mentioned, because it stays with us.</summary>
    public static string Of(Activity activity) =>
        activity.Text is { Length: > 0 } text ? text : activity.Said is { Length: > 0 } tapped ? tapped : activity.Attachments is { Count: > 0 } ? "(tệp)" : "";
}
