using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Between what browsers send and read and what the house keeps. Pure.</summary>
public static class WebChatPayload
{
    public const string Channel = "webchat";

    /// <summary>There is one site; messages of the page and of the widget are the same.</summary>
    public const string Page = "site";

    /// <summary>The longest activity, in characters.</summary>
    public const int LongestActivity = 256 * 1024;

    /// <summary>Its most bytes: a character has at most three in UTF-8, and those with four count as two.</summary>
    public const int LargestBody = LongestActivity * 3;

    public static readonly ChannelAccount Bot = new("cong-doan-bot", "Trợ lý tự động", "bot");

    private const string Advisor = "tu-van-vien";

    /// <summary>Reads what a browser posts.</summary>
    // { "type": "message", "from": { "id": "r_1" }, "text": "Xin chào", "channelData": { "clientActivityID": "qpk3rhyyo3" } }
    public static Posted Read(ReadOnlySpan<byte> utf8)
    {
        var posted = Parse(utf8);
        return posted.Activity is { } activity ? Check(activity) : posted;
    }

    /// <summary>Reads an activity that may still lack what an upload adds to it.</summary>
    public static Posted Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestActivity && Encoding.UTF8.GetCharCount(utf8) > LongestActivity)
            return new(null, DirectLineError.TooBig);
        // Asked here, because a value is read letter by letter only when somebody looks at it.
        if (!Utf8.IsValid(utf8))
            return new(null, DirectLineError.Bad("The body is not UTF-8"));
        try
        {
            return JsonSerializer.Deserialize<Activity>(utf8, ActivityJson.Options) is { } activity
                ? new(Whole(activity), null)
                : new(null, DirectLineError.Bad("An activity must be a JSON object"));
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            // The last two: half of a surrogate pair, which is valid JSON and no valid text.
            return new(null, DirectLineError.Bad("The body is not a JSON activity"));
        }
    }

    /// <summary>The activity as the inbox keeps it: from the token's person, whatever the body says, with the time and address of our own door.</summary>
    public static Incoming ToIncoming(Activity posted, string conversation, WebChatVisitor? visitor, DateTimeOffset now)
    {
        // The same message sent again after a broken line has the same id, and is kept once.
        var id = $"{conversation}|c-{ClientActivityId(posted) ?? Guid.NewGuid().ToString("N")}";
        var from = visitor is null
            ? new ChannelAccount(posted.From?.Id is { Length: > 0 and <= 100 } given ? given : conversation, NameOf(posted.From?.Name), "user")
            : new ChannelAccount(visitor.Id, NameOf(visitor.Name), "user");

        return new Incoming(Channel, Page, conversation, id, posted with
        {
            Id = id,
            Timestamp = now,
            ChannelId = Channel,
            From = from,
            Recipient = Bot,
            Conversation = new ConversationAccount(conversation),
            ServiceUrl = null,
            SuggestedActions = null,
        });
    }

    /// <summary>A line of the transcript as the browser reads it.</summary>
    public static Activity ToBrowser(SaidRow row, string conversation) =>
        ActivityJson.Read(row.Activity) is var said && row.Author == Author.Worker
            ? Place(said, row, conversation)
            : Place(said, row, conversation) with { From = Speaker(row), Recipient = null };

    public static Activity Typing(string conversation, DateTimeOffset now) => new()
    {
        Type = ActivityTypes.Typing,
        Id = $"{conversation}|typing",
        Timestamp = now,
        ChannelId = Channel,
        From = Bot,
        Conversation = new ConversationAccount(conversation),
    };

    /// <summary>The public id of a line; longer numbers simply are longer.</summary>
    public static string Id(string conversation, long row) => $"{conversation}|{row:D7}";

    private static Activity Place(Activity said, SaidRow row, string conversation) => said with
    {
        Id = Id(conversation, row.Id),
        Timestamp = row.At,
        ChannelId = Channel,
        Conversation = new ConversationAccount(conversation),
        ServiceUrl = null,
        ReplyToId = null,
    };

    // The role of an advisor is "bot" too: the official client takes every "user" for the person who reads.
    private static ChannelAccount Speaker(SaidRow row) =>
        row.Author == Author.Bot ? Bot : new ChannelAccount(Advisor, row.AuthorName is { } name ? $"Tư vấn viên {name}" : "Tư vấn viên", "bot");

    private static Activity Whole(Activity activity)
    {
        // What cannot be written could not be kept: half a letter deep inside, where nobody looks.
        _ = ActivityJson.Write(activity);
        return activity with { Text = activity.Text is { } text ? Text.Composed(text) : null };
    }

    private static Posted Check(Activity activity) => activity.Type switch
    {
        null or "" => new(null, DirectLineError.Bad("The activity has no type")),
        ActivityTypes.Event when string.IsNullOrEmpty(activity.Name) => new(null, DirectLineError.Bad("An event must have a name")),
        ActivityTypes.Message when activity is { Text: null or "", Value: null, Attachments: null or [] } =>
            new(null, DirectLineError.Bad("A message must have a text, a value or attachments")),
        _ when activity.Attachments?.Any(it => string.IsNullOrEmpty(it?.ContentType)) == true =>
            new(null, DirectLineError.Bad("An attachment must have a contentType")),
        _ => new(activity, null),
    };

    private static string? NameOf(string? given) => given is null ? null : Text.Normalize(given);

    private static string? ClientActivityId(Activity activity) =>
        activity.ChannelData?.Text("clientActivityID") is { Length: > 0 and <= 64 } id ? id : null;

    /// <summary>A posted activity, or what is wrong with it.</summary>
    public readonly record struct Posted(Activity? Activity, DirectLineError? Error)
    {
        /// <summary>What was uploaded with it.</summary>
        public IReadOnlyList<IncomingFile> Files { get; init; } = [];
    }
}

/// <summary>What a poll or a frame of the stream brings.</summary>
/// <param name="Watermark">The last line looked at; the next reading begins after it.</param>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);
