using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Writes an activity as one message of the Send API, within the platform's limits.</summary>
public static class MessengerReply
{
    /// <summary>Characters of a text message.</summary>
    public const int LongestText = 2000;

    private const int LongestTemplateText = 640;
    private const int LongestTitle = 20;
    private const int LongestElement = 80;
    private const int MostQuickReplies = 13;
    private const int MostButtons = 3;
    private const int MostElements = 10;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="tag">A message tag such as `HUMAN_AGENT` outside the 24 hours; null inside.</param>
    public static string Write(Parcel parcel, string? tag) => Body(parcel, Message(parcel.Activity), tag).ToJsonString(Plain);

    /// <summary>One message to who wrote a comment; the platform takes no second one.</summary>
    public static string WriteToCommenter(string comment, string text) => new JsonObject
    {
        ["recipient"] = new JsonObject { ["comment_id"] = comment },
        ["messaging_type"] = "RESPONSE",
        ["message"] = new JsonObject { ["text"] = text },
    }.ToJsonString(Plain);

    // recipient={"id":"24"} · messaging_type=RESPONSE · message={"attachment":{"type":"image","payload":{}},"metadata":"outbox:7"} · filedata=@anh.jpg;type=image/jpeg
    /// <summary>The file as a form: its bytes go with it, so that Meta need not come and ask us.</summary>
    public static MultipartFormDataContent WriteFile(Parcel parcel, ParcelFile file)
    {
        var type = file.MediaType is "image/jpeg" or "image/png" or "image/gif" ? "image" : "file";
        var message = new JsonObject { ["attachment"] = new JsonObject { ["type"] = type, ["payload"] = new JsonObject() } };
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Body(parcel, message, tag: null))
            form.Add(new StringContent(value is JsonValue word ? word.GetValue<string>() : value!.ToJsonString(Plain)).As(name));
        form.Add(new ByteArrayContent(file.Content) { Headers = { ContentType = new(file.MediaType) } }.As("filedata", PlainName(file.Name)));
        return form;
    }

    private static JsonObject Body(Parcel parcel, JsonObject message, string? tag)
    {
        message["metadata"] = MessengerPayload.Metadata + parcel.Key.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var body = new JsonObject
        {
            ["recipient"] = new JsonObject { ["id"] = parcel.To.Person },
            ["messaging_type"] = tag is null ? "RESPONSE" : "MESSAGE_TAG",
            ["message"] = message,
        };
        if (tag is not null)
            body["tag"] = tag;
        return body;
    }

    // In a form a name of other letters is written in a way that Meta shows as it stands.
    private static string PlainName(string name) => string.Concat(Text.Fold(name).Select(it => char.IsAsciiLetterOrDigit(it) || it is '.' or '-' or '_' ? it : '-'));

    private static JsonObject Message(Activity activity)
    {
        var cards = (activity.Attachments ?? []).Select(HeroCard.From).OfType<HeroCard>().ToList();
        var suggested = activity.SuggestedActions?.Actions ?? [];
        if (cards.Count > 0 && cards.All(it => it.Title is not null))
            return WithQuickReplies(Generic(cards), suggested);

        var text = activity.Text is { Length: > 0 } given ? given : cards.FirstOrDefault()?.Text ?? "";
        var buttons = cards.SelectMany(it => it.Buttons ?? []).ToList();
        return buttons.Count is > 0 and <= MostButtons && text.Length is > 0 and <= LongestTemplateText
            ? WithQuickReplies(ButtonTemplate(text, buttons), suggested)
            : WithQuickReplies(new JsonObject { ["text"] = Cut(text, LongestText) }, [.. buttons, .. suggested]);
    }

    private static JsonObject Template(JsonObject payload) =>
        new() { ["attachment"] = new JsonObject { ["type"] = "template", ["payload"] = payload } };

    private static JsonObject ButtonTemplate(string text, List<CardAction> buttons) => Template(new JsonObject
    {
        ["template_type"] = "button",
        ["text"] = text,
        ["buttons"] = Buttons(buttons),
    });

    private static JsonObject Generic(List<HeroCard> cards) => Template(new JsonObject
    {
        ["template_type"] = "generic",
        ["elements"] = new JsonArray([.. cards.Take(MostElements).Select(Element)]),
    });

    private static JsonObject Element(HeroCard card)
    {
        var element = new JsonObject { ["title"] = Cut(card.Title!, LongestElement) };
        if ((card.Subtitle ?? card.Text) is { Length: > 0 } subtitle)
            element["subtitle"] = Cut(subtitle, LongestElement);
        if (card.Buttons is { Count: > 0 } buttons)
            element["buttons"] = Buttons(buttons);
        return element;
    }

    private static JsonArray Buttons(IEnumerable<CardAction> actions) => new([.. actions.Take(MostButtons).Select(Button)]);

    private static JsonObject Button(CardAction action) => action.Type switch
    {
        "openUrl" => new JsonObject { ["type"] = "web_url", ["title"] = Cut(action.Title, LongestTitle), ["url"] = action.Payload },
        "call" => new JsonObject { ["type"] = "phone_number", ["title"] = Cut(action.Title, LongestTitle), ["payload"] = action.Payload },
        _ => new JsonObject { ["type"] = "postback", ["title"] = Cut(action.Title, LongestTitle), ["payload"] = action.Payload },
    };

    // A link cannot be a quick reply; it is left out rather than sent as text that does nothing.
    private static JsonObject WithQuickReplies(JsonObject message, IReadOnlyList<CardAction> actions)
    {
        var replies = actions.Where(it => it.Type is not ("openUrl" or "call")).Take(MostQuickReplies).Select(it => (JsonNode)new JsonObject
        {
            ["content_type"] = "text",
            ["title"] = Cut(it.Title, LongestTitle),
            ["payload"] = it.Payload,
        }).ToArray();
        if (replies.Length > 0)
            message["quick_replies"] = new JsonArray(replies);
        return message;
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + "…";
    }
}
