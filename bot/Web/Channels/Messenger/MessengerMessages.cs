using System.Text.Json;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>The kinds of things a person can do in Messenger, each as an activity.</summary>
internal static class MessengerMessages
{
    private const string ThumbUpSticker = "369239263222822";

    /// <summary>An activity with the platform's id of the event.</summary>
    public sealed record Found(string Key, Activity Activity);

    // { "mid": "m_1", "text": "Có", "quick_reply": { "payload": "#chi-tiet:bai" }, "attachments": [ { "type": "image", "payload": { "url": "https://…" } } ] }
    public static Found? Read(JsonElement message)
    {
        if (message.Id("mid") is not { } mid)
            return null;
        if (message.Flag("is_deleted"))
            return new Found($"{mid}:deleted", new Activity { Type = ActivityTypes.MessageDelete, Id = mid });

        var activity = new Activity { Id = mid, Text = Text.Normalize(message.Text("text") ?? ""), Value = Payload(message.Member("quick_reply")?.Text("payload")) };
        return new Found(mid, message.Flag("is_unsupported") ? activity with { Attachments = [Unreadable] } : WithAttachments(activity, message));
    }

    // { "mid": "m_1", "title": "Bắt đầu", "payload": "GET_STARTED" }
    public static Found? ReadPostback(JsonElement postback)
    {
        if (postback.Id("mid") is not { } mid)
            return null;
        var payload = postback.Text("payload");
        return new Found(mid, new Activity
        {
            Id = mid,
            Text = Text.Normalize(postback.Text("title") ?? ""),
            Value = Payload(payload == "GET_STARTED" ? new Tap(Tap.Start).ToString() : payload),
        });
    }

    // { "mid": "m_1", "text": "chữ đã sửa", "num_edit": 1 }: what somebody corrects is what they meant to ask.
    public static Found? ReadEdit(JsonElement edit) => edit.Id("mid") is { } mid
        ? new Found($"{mid}:edit:{edit.Id("num_edit")}", new Activity { Id = mid, Text = Text.Normalize(edit.Text("text") ?? "") })
        : null;

    // { "action": "react", "mid": "m_1", "reaction": "love", "emoji": "❤" }: says nothing, but opens the reply window.
    public static Found? ReadReaction(JsonElement reaction, string? timestamp) => reaction.Id("mid") is { } mid
        ? new Found($"{mid}:{reaction.Id("action")}:{timestamp}", new Activity
        {
            Type = ActivityTypes.MessageReaction,
            ReplyToId = mid,
            ReactionsAdded = reaction.Text("action") == "react" ? [new MessageReaction(reaction.Text("reaction") ?? "other")] : null,
            ReactionsRemoved = reaction.Text("action") == "unreact" ? [new MessageReaction(reaction.Text("reaction") ?? "other")] : null,
        })
        : null;

    /// <summary>Somebody came back through a link or an advertisement: the chat is open and nothing is said yet.</summary>
    public static Found Opened(string key) => new($"referral:{key}", new Activity { Type = ActivityTypes.ConversationUpdate });

    private static Attachment Unreadable => new("application/octet-stream", Name: "unsupported");

    private static Activity WithAttachments(Activity activity, JsonElement message)
    {
        var given = message.List("attachments").ToList();
        if (given.Any(it => it.Member("payload")?.Text("sticker_id") == ThumbUpSticker))
            return activity with { Text = "👍" };

        // A sticker is a gesture, and the preview of a link only repeats the text: neither is something to look at.
        var files = given.Where(it => it.Text("type") is not ("sticker" or "fallback") && it.Member("payload")?.Text("sticker_id") is null).Select(File).ToList();
        var link = given.FirstOrDefault(it => it.Text("type") == "fallback");
        return activity with
        {
            Text = activity.Text is { Length: > 0 } || link.ValueKind == JsonValueKind.Undefined ? activity.Text : link.Text("title") ?? link.Member("payload")?.Text("url") ?? "",
            Attachments = files.Count > 0 ? files : null,
        };
    }

    private static Attachment File(JsonElement attachment) => new(
        attachment.Text("type") switch { "image" => "image/*", "audio" => "audio/*", "video" or "reel" => "video/*", _ => "application/octet-stream" },
        ContentUrl: attachment.Member("payload")?.Text("url"),
        Name: attachment.Member("payload")?.Text("title") ?? attachment.Text("type"));

    // Only payloads of ours mean something; another app's button is read by its title.
    private static JsonElement? Payload(string? payload) =>
        payload is not null && Tap.Read(payload) is not null ? JsonSerializer.SerializeToElement(payload, ActivityJson.Options) : null;
}
