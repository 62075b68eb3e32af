using System.Globalization;
using System.Text.Json;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>A webhook body, read.</summary>
/// <param name="Event">Null: no event at all, as when Zalo tries whether somebody answers.</param>
/// <param name="Timestamp">Stands under the signature.</param>
/// <param name="Incoming">Null: nothing we have a use for.</param>
public sealed record ZaloBody(string? Event, string? Timestamp, Incoming? Incoming);

/// <summary>Reads what Zalo posts to the webhook. Pure: bytes in, an event out; what we have no use for is left out.</summary>
public static class ZaloPayload
{
    /// <summary>Events that mean nothing to us, on purpose; one that stands neither here nor in <see cref="Event"/> is new.</summary>
    public static IReadOnlySet<string> LeftOut { get; } = new HashSet<string>
    {
        // The chat box on other people's sites: its guests cannot be answered through the same door, and our own site has our own chat.
        "anonymous_send_text", "anonymous_send_image", "anonymous_send_file", "anonymous_send_sticker",
        // Receipts and reactions: they say nothing, and do not open the reply window.
        "user_received_message", "user_seen_message", "user_reacted_message", "oa_reacted_message",
        // Calls by telephone and the permission to call; they name a number and no person.
        "oa_send_consent", "user_reply_consent", "user_call_oa", "oa_call_user",
        // What people at the account note down about followers; our own desk has labels.
        "add_user_to_tag", "remove_user_from_tag", "remove_tag", "update_user_info",
        // Templates, purchases and widgets.
        "change_template_status", "change_template_quality", "change_oa_daily_quota", "user_feedback", "user_click_response_button",
        "widget_interaction_accepted", "extension_purchased",
    };

    // { "app_id": "41", "event_name": "user_send_text", "sender": { "id": "24" }, "recipient": { "id": "<account>" }, "message": { … }, "timestamp": "1790041200000" }
    /// <exception cref="JsonException">The body is not JSON, or not an object.</exception>
    public static ZaloBody Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new JsonException("The body of a webhook must be an object.");
        var name = root.Text("event_name");
        return new ZaloBody(name, root.Text("timestamp"), name is null ? null : Event(name, root));
    }

    private static Incoming? Event(string name, JsonElement root) => name switch
    {
        "user_send_text" or "user_send_image" or "user_send_gif" or "user_send_link" or "user_send_audio" or "user_send_video"
            or "user_send_sticker" or "user_send_location" or "user_send_file" or "user_send_business_card" => FromWorker(root),
        "user_submit_info" => Told(root),
        "oa_send_text" or "oa_send_image" or "oa_send_gif" or "oa_send_list" or "oa_send_file" or "oa_send_sticker" or "oa_send_template" => FromAccount(root),
        "follow" => Came(root, root.Member("follower")?.Id("id"), "follow"),
        "user_click_chatnow" => Came(root, root.Id("user_id"), "chatnow"),
        "unfollow" => Went(root, root.Member("follower")?.Id("id"), IncomingKind.Left),
        "user_withdraw" => Went(root, root.Id("user_id"), IncomingKind.Withdrew),
        _ => null,
    };

    private static Incoming? FromWorker(JsonElement root) =>
        Sides(root) is var (person, account) && root.Member("message") is { } message && message.Id("msg_id") is { } id
            ? Of(root, (person, account), id, ZaloMessages.Read(message) with { Id = id }) is var incoming ? incoming with { Files = ZaloMessages.Files(incoming.Activity) } : null
            : null;

    // { "sender": { "id": "24" }, "recipient": { "id": "<account>" }, "info": { "name": "Hoa", "phone": "84987654321", … } }
    private static Incoming? Told(JsonElement root) =>
        Sides(root) is { } sides && root.Member("info") is { } info
            ? Of(root, sides, Key("info", sides.Person, root), new Activity { Text = ZaloMessages.Details(info) }, info.Text("name")) with { Kind = IncomingKind.Told }
            : null;

    // { "sender": { "id": "<account>", "admin_id": "11" }, "recipient": { "id": "24" }, "message": { "msg_id": "z9", "text": "…" } }
    // Zalo carries no key of ours. Only who is at the account's own inbox has an `admin_id`; what has none is ours, or an automatic greeting.
    private static Incoming? FromAccount(JsonElement root)
    {
        if (Sides(root) is not var (account, person) || root.Member("message") is not { } message || message.Id("msg_id") is not { } id)
            return null;
        var incoming = Of(root, (person, account), id, ZaloMessages.Read(message) with { Id = id });
        return root.Member("sender")?.Text("admin_id") is { Length: > 0 }
            ? incoming with { Kind = IncomingKind.AnsweredOutside, MayBeOurs = true }
            : incoming with { Kind = IncomingKind.OurEcho };
    }

    // { "oa_id": "<account>", "follower": { "id": "24" } }
    private static Incoming? Came(JsonElement root, string? person, string key) =>
        person is not null && root.Id("oa_id") is { } account
            ? Of(root, (person, account), Key(key, person, root), new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount(person, Role: "user")] })
            : null;

    private static Incoming? Went(JsonElement root, string? person, IncomingKind kind)
    {
        if (person is null || root.Id("oa_id") is not { } account)
            return null;
        var activity = new Activity { Type = ActivityTypes.ConversationUpdate, MembersRemoved = [new ChannelAccount(person, Role: "user")] };
        return Of(root, (person, account), Key(kind == IncomingKind.Left ? "unfollow" : "withdraw", person, root), activity) with { Kind = kind };
    }

    private static (string Person, string Account)? Sides(JsonElement root) =>
        (root.Member("sender")?.Id("id"), root.Member("recipient")?.Id("id")) is ({ } sender, { } recipient) ? (sender, recipient) : null;

    private static string Key(string what, string person, JsonElement root) => $"{what}:{person}:{root.Id("timestamp")}";

    private static Incoming Of(JsonElement root, (string Person, string Account) sides, string key, Activity activity, string? name = null) =>
        new("zalo", sides.Account, sides.Person, key, activity with
        {
            ChannelId = "zalo",
            From = new ChannelAccount(sides.Person, name is { Length: > 0 } ? Knowledge.Vietnamese.Text.Normalize(name) : null, "user"),
            Recipient = new ChannelAccount(sides.Account, Role: "bot"),
            Conversation = new ConversationAccount($"zalo:{sides.Account}:{sides.Person}"),
            LocalTimestamp = long.TryParse(root.Text("timestamp"), CultureInfo.InvariantCulture, out var moment) && moment is > 0 and < 253402300799999
                ? DateTimeOffset.FromUnixTimeMilliseconds(moment)
                : null,
        });
}
