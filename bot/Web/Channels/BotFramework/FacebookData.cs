using System.Text.Json;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>What Azure's Facebook channel passes through in `channelData`: the event as Messenger sent it. Pure.</summary>
internal static class FacebookData
{
    private const string Facebook = "facebook";

    /// <summary>The Page's inbox, when its messages name an app at all.</summary>
    private const string PageInbox = "263902037430900";

    // { "sender": { "id": "<page>" }, "recipient": { "id": "72" }, "message": { "is_echo": true, "mid": "m_2", "text": "…" } }
    /// <summary>Our own words and the Page's come back as echoes; they are nobody's question.</summary>
    public static bool IsEcho(Activity activity) => Message(activity)?.Flag("is_echo") == true;

    /// <summary>Somebody answered in the Page's inbox.</summary>
    public static bool IsFromInbox(Activity activity) => IsEcho(activity) && Message(activity)?.Text("app_id") is null or PageInbox;

    // { "postback": { "title": "Chi tiết", "payload": "#chi-tiet:bai" } } · { "message": { "mid": "m_1", "text": "Chi tiết", "quick_reply": { "payload": "#chi-tiet:bai" } } }
    /// <summary>With a tapped button's title as its text and its payload as its value, where Azure gives the payload alone.</summary>
    public static Activity Read(Activity activity)
    {
        if (activity.ChannelId != Facebook || activity.ChannelData is not { } data)
            return activity;
        var postback = data.Member("postback");
        var payload = postback?.Text("payload") ?? Message(activity)?.Member("quick_reply")?.Text("payload");
        var title = postback?.Text("title") ?? Message(activity)?.Text("text");
        if (payload == "GET_STARTED")
            payload = new Tap(Tap.Start).ToString();
        return payload is not null && Tap.Read(payload) is not null
            ? activity with { Text = Text.Normalize(title ?? activity.Text ?? ""), Value = JsonSerializer.SerializeToElement(payload, ActivityJson.Options) }
            : activity;
    }

    private static JsonElement? Message(Activity activity) => activity.ChannelId == Facebook ? activity.ChannelData?.Member("message") : null;
}
