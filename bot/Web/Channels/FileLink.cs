using System.Globalization;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels;

/// <summary>How an activity of ours names a file that we keep: `tep:12`. Each channel makes of it what its people can open.</summary>
public static class FileLink
{
    private const string Scheme = "tep:";

    public static Attachment To(long file, string name, string mediaType) =>
        new(mediaType, ContentUrl: Scheme + file.ToString(CultureInfo.InvariantCulture), Name: name);

    /// <summary>The file's id; null when the attachment is something else.</summary>
    public static long? Read(Attachment attachment) =>
        attachment.ContentUrl is { } url && url.StartsWith(Scheme, StringComparison.Ordinal) && long.TryParse(url.AsSpan(Scheme.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var file)
            ? file
            : null;

    /// <summary>The file a message of ours is; null: it is none.</summary>
    public static long? Read(Activity activity) => activity.Attachments?.Select(Read).FirstOrDefault(it => it is not null);
}
