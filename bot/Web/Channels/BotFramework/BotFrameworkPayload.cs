using System.Text.Json;
using System.Text.Unicode;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Reads what Azure's channels post. Pure: an activity in, what the inbox keeps out; what we have no use for is left out.</summary>
/// <param name="handsOffToChannel">The desk behind the channel answers, and its word counts.</param>
public sealed class BotFrameworkPayload(bool handsOffToChannel)
{
    public const string Channel = "botframework";

    /// <summary>Bytes of the largest activity taken: 256 K characters of at most three.</summary>
    public const int LargestBody = 256 * 1024 * 3;

    /// <summary>The activity, or null when the body is none: not JSON, or without what every activity of a channel has.</summary>
    public static Activity? Parse(ReadOnlySpan<byte> utf8) => ParseAny(utf8) is { } activity && IsWhole(activity) ? activity : null;

    /// <summary>The activity, or null when the body is none; who says it, and where, need not stand in it.</summary>
    public static Activity? ParseAny(ReadOnlySpan<byte> utf8)
    {
        // Asked here, because a value is read letter by letter only when somebody looks at it.
        if (!Utf8.IsValid(utf8))
            return null;
        try
        {
            var activity = JsonSerializer.Deserialize<Activity>(utf8, ActivityJson.Options);
            return activity is not null && IsSound(activity) ? activity with { Text = Text.Normalize(activity.Text ?? "") } : null;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            // The last two: half of a surrogate pair, which is valid JSON and no valid text.
            return null;
        }
    }

    // { "type": "message", "id": "c7|0001", "serviceUrl": "https://…", "channelId": "webchat", "from": { "id": "dl_u1" }, "conversation": { "id": "c7" }, "recipient": { "id": "bot" }, "text": "…" }
    // Left out on purpose: groups, because a matter of law is told to one person; typing, reactions, edits, deletions, ends, installations, other events, and types we do not know.
    /// <returns>Null when nothing of it is to be kept.</returns>
    public Incoming? Read(Activity activity) => activity switch
    {
        { Conversation.IsGroup: true } => null,
        { Type: ActivityTypes.Message } => FacebookData.IsEcho(activity) ? Echo(activity) : Message(FacebookData.Read(activity)),
        { Type: ActivityTypes.ConversationUpdate } => Joined(activity),
        { Type: ActivityTypes.Event } when handsOffToChannel && DeskStatus.Read(activity) is { } kind => Kept(activity, activity.From!) with { Kind = kind },
        _ => null,
    };

    private static bool IsSound(Activity activity)
    {
        _ = activity.Said;
        return activity.Type is { Length: > 0 }
            && (activity.Type != ActivityTypes.Event || activity.Name is { Length: > 0 })
            && activity.Attachments?.All(it => it is { ContentType.Length: > 0 }) != false;
    }

    private static bool IsWhole(Activity activity) =>
        activity is { From.Id.Length: > 0, Recipient.Id.Length: > 0, ServiceUrl.Length: > 0, ChannelId.Length: > 0, Conversation.Id.Length: > 0 }
        && ((string?[])[activity.Id, activity.ChannelId, activity.Conversation.Id, activity.From.Id, activity.Recipient.Id]).All(IsId);

    private static bool IsId(string? text) => text is null || (JsonReading.FitsIndex(text) && !text.Any(char.IsControl));

    // A card of somebody else, whose values mean nothing to us, says nothing either.
    private static Incoming? Message(Activity activity) =>
        activity.Said.Length > 0 || activity.Attachments is { Count: > 0 } ? FromWorker(activity, activity.From!) : null;

    // The bot itself "joins" too.
    private static Incoming? Joined(Activity activity) =>
        activity.MembersAdded?.FirstOrDefault(it => it?.Id is { Length: > 0 } id && id != activity.Recipient!.Id) is { } worker
            ? FromWorker(activity, worker)
            : null;

    private static Incoming FromWorker(Activity activity, ChannelAccount worker) =>
        Kept(activity, worker) with { Reference = ConversationReference.Of(activity, worker).Write() };

    private static Incoming? Echo(Activity activity) =>
        FacebookData.IsFromInbox(activity) ? Kept(activity, activity.From!) with { Kind = IncomingKind.AnsweredOutside } : null;

    private static Incoming Kept(Activity activity, ChannelAccount from)
    {
        var conversation = activity.Conversation!.Id;
        return new Incoming(Channel, activity.ChannelId!, conversation, ConversationReference.Key(conversation, activity.Id), activity with
        {
            From = new ChannelAccount(from.Id, from.Name is { } name ? Text.Normalize(name) : null, "user"),
            // When the channel took it in: the sender's own clock may be wrong by years.
            LocalTimestamp = activity.Timestamp,
            Value = activity.Value is { ValueKind: JsonValueKind.String } ? activity.Value : null,
            Attachments = activity.Attachments?.Select(it => it with { Content = null }).ToList(),
            SuggestedActions = null,
            ChannelData = null,
            Properties = null,
        });
    }
}
