using System.Globalization;
using System.Text.Json;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Reads what Meta posts to the webhook. Pure: bytes in, events out; what we have no use for is left out.</summary>
public sealed class MessengerPayload(string ourAppId)
{
    /// <summary>Marks our messages: comes back in their echoes, with the outbox row's id behind it.</summary>
    public const string Metadata = "outbox:";

    // { "object": "page", "entry": [ { "id": "<page>", "time": 1767225600350, "messaging": [ … ] } ] }
    // Left out on purpose: `standby` (another app has the thread), `changes` (see MessengerComments), `object` other than "page".
    /// <exception cref="JsonException">The body is not JSON, or not an object.</exception>
    public IReadOnlyList<Incoming> Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new JsonException("The body of a webhook must be an object.");
        if (root.Text("object") != "page")
            return [];

        return [.. from entry in root.List("entry")
                   let id = entry.Id("id")
                   from messaging in entry.List("messaging")
                   let page = id ?? messaging.Member("recipient")?.Id("id")
                   where page is not null
                   let incoming = Event(page, messaging)
                   where incoming is not null
                   select incoming];
    }

    private Incoming? Event(string page, JsonElement messaging)
    {
        if (messaging.Member("message") is { } message)
            return message.Flag("is_echo") ? Echo(page, messaging, message) : FromWorker(page, messaging, MessengerMessages.Read(message));
        if (messaging.Member("postback") is { } postback)
            return FromWorker(page, messaging, MessengerMessages.ReadPostback(postback));
        if (messaging.Member("message_edit") is { } edit)
            return FromWorker(page, messaging, MessengerMessages.ReadEdit(edit));
        if (messaging.Member("reaction") is { } reaction)
            return FromWorker(page, messaging, MessengerMessages.ReadReaction(reaction, messaging.Id("timestamp")));
        return messaging.Member("referral") is { } ? FromWorker(page, messaging, MessengerMessages.Opened($"{messaging.Member("sender")?.Id("id")}:{messaging.Id("timestamp")}")) : null;
    }

    // { "sender": { "id": "24" }, "recipient": { "id": "<page>" }, "timestamp": 1767225600000, "message": { "mid": "m_1", "text": "chào" } }
    // A sender known only by `user_ref` (chat plugin) cannot be answered: left out.
    private static Incoming? FromWorker(string page, JsonElement messaging, MessengerMessages.Found? found) =>
        messaging.Member("sender")?.Id("id") is { } person && found is not null
            ? new Incoming("messenger", page, person, found.Key, Addressed(found.Activity, page, person, messaging)) { Files = Files(found.Activity) }
            : null;

    // Pictures and documents are kept; voices and films stay where Meta has them.
    private static IReadOnlyList<IncomingFile> Files(Activity activity) =>
        [.. (activity.Attachments ?? []).Select((it, place) => (it, place))
            .Where(at => at.it is { ContentUrl.Length: > 0, ContentType: "image/*" or "application/octet-stream" })
            .Select(at => new IncomingFile(at.place, at.it.Name) { Url = at.it.ContentUrl })];

    // { "sender": { "id": "<page>" }, "recipient": { "id": "24" }, "message": { "is_echo": true, "app_id": 111, "metadata": "outbox:7", "mid": "m_2", "text": "…" } }
    private Incoming? Echo(string page, JsonElement messaging, JsonElement message)
    {
        if (messaging.Member("recipient")?.Id("id") is not { } person || message.Id("mid") is not { } mid)
            return null;
        var activity = MessengerMessages.Read(message)?.Activity ?? new Activity { Id = mid };
        var incoming = new Incoming("messenger", page, person, mid, Addressed(activity, page, person, messaging));
        if (message.Text("metadata") is { } mark && mark.StartsWith(Metadata, StringComparison.Ordinal)
            && long.TryParse(mark.AsSpan(Metadata.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            return incoming with { Kind = IncomingKind.OurEcho, EchoOf = key };

        return message.Text("app_id") == ourAppId ? null : incoming with { Kind = IncomingKind.AnsweredOutside };
    }

    private static Activity Addressed(Activity activity, string page, string person, JsonElement messaging) => activity with
    {
        ChannelId = "messenger",
        From = new ChannelAccount(person, Role: "user"),
        Recipient = new ChannelAccount(page, Role: "bot"),
        Conversation = new ConversationAccount($"messenger:{page}:{person}"),
        LocalTimestamp = messaging.Text("timestamp") is { } sent && long.TryParse(sent, CultureInfo.InvariantCulture, out var moment) && moment is > 0 and < 253402300799999
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment)
            : null,
    };
}
