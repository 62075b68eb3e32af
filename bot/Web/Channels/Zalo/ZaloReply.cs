using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>Writes an activity as one message to a person, within Zalo's limits. Zalo has no quick replies: what does not fit on five buttons is offered to be typed.</summary>
public static class ZaloReply
{
    /// <summary>Characters of a text that leave room for what is to be typed.</summary>
    public const int LongestText = 1700;

    private const int LongestMessage = 2000;
    private const int LongestTitle = 100;
    private const int MostButtons = 5;
    private const int MostElements = 5;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True when <see cref="WritePlain"/> is another message than <see cref="Write"/>.</summary>
    public static bool HasButtons(Activity activity) => Cards(activity).Any(it => it.Title is not null) || Actions(activity).Count > 0;

    public static string Write(Parcel parcel) => Body(parcel, Message(parcel.Activity));

    /// <summary>The same without buttons, for accounts and people that may not have them: everything can be typed.</summary>
    public static string WritePlain(Parcel parcel)
    {
        var titles = Cards(parcel.Activity).Where(it => it.Title is not null).Select(it => it.Title!);
        var words = string.Join('\n', titles.Prepend(Words(parcel.Activity)).Where(it => it.Length > 0));
        return Body(parcel, new JsonObject { ["text"] = WithTyped(words, Actions(parcel.Activity)) });
    }

    /// <summary>A message that shows what was put where Zalo keeps it.</summary>
    /// <param name="held">Zalo's answer to the upload.</param>
    public static string WriteFile(Parcel parcel, ParcelFile file, ZaloAnswer held)
    {
        if (KindOf(file.MediaType) == "file")
            return Body(parcel, Attached("file", new JsonObject { ["token"] = held.Data?.Text("token") }));
        var element = new JsonObject { ["media_type"] = KindOf(file.MediaType), ["attachment_id"] = held.Data?.Text("attachment_id") };
        if (KindOf(file.MediaType) == "gif")
            (element["width"], element["height"]) = (Number(file.Content, 6), Number(file.Content, 8));
        return Body(parcel, Attached("template", new JsonObject { ["template_type"] = "media", ["elements"] = new JsonArray(element) }));
    }

    /// <summary>How Zalo calls a file of this type: `image`, `gif` or `file`.</summary>
    public static string KindOf(string mediaType) => mediaType switch { "image/gif" => "gif", "image/jpeg" or "image/png" => "image", _ => "file" };

    /// <summary>In a form a name of other letters is written in a way that people would read as it stands.</summary>
    public static string PlainName(string name) => string.Concat(Text.Fold(name).Select(it => char.IsAsciiLetterOrDigit(it) || it is '.' or '-' or '_' ? it : '-'));

    // Of a GIF, its width and height: two bytes each, the lower one first.
    private static int Number(byte[] content, int at) => content.Length < at + 2 ? 1 : Math.Max(1, content[at] | (content[at + 1] << 8));

    private static string Body(Parcel parcel, JsonObject message) => new JsonObject
    {
        ["recipient"] = new JsonObject { ["user_id"] = parcel.To.Person },
        ["message"] = message,
    }.ToJsonString(Plain);

    private static JsonObject Message(Activity activity)
    {
        var listed = Cards(activity).Where(it => it.Title is not null).ToList();
        if (listed.Count > 0)
            return Attached("template", new JsonObject { ["template_type"] = "list", ["elements"] = new JsonArray([.. listed.Take(MostElements).Select(Element)]) });
        var actions = Actions(activity);
        // The last one calls an advisor and always has its button.
        var buttons = actions.Count <= MostButtons ? actions : [.. actions.Take(MostButtons - 1), actions[^1]];
        var message = buttons.Count == 0 ? [] : Attached("template", new JsonObject { ["buttons"] = new JsonArray([.. buttons.Select(Button)]) });
        message["text"] = WithTyped(Words(activity) is { Length: > 0 } words ? words : "Bạn chọn:", [.. actions.Except(buttons)]);
        return message;
    }

    private static JsonObject Attached(string type, JsonObject payload) => new() { ["attachment"] = new JsonObject { ["type"] = type, ["payload"] = payload } };

    private static JsonObject Element(HeroCard card)
    {
        var element = new JsonObject { ["title"] = Cut(card.Title!, LongestTitle) };
        if ((card.Subtitle ?? card.Text) is { Length: > 0 } subtitle)
            element["subtitle"] = Cut(subtitle, LongestTitle);
        if (card.Buttons is { Count: > 0 } buttons)
            element["default_action"] = Action(buttons[0]);
        return element;
    }

    private static JsonObject Button(CardAction action)
    {
        var button = Action(action);
        button["title"] = Cut(action.Title, LongestTitle);
        return button;
    }

    private static JsonObject Action(CardAction action) => action.Type switch
    {
        "openUrl" => new JsonObject { ["type"] = "oa.open.url", ["payload"] = new JsonObject { ["url"] = action.Payload } },
        "call" => new JsonObject { ["type"] = "oa.open.phone", ["payload"] = new JsonObject { ["phone_code"] = action.Payload } },
        "imBack" => new JsonObject { ["type"] = "oa.query.show", ["payload"] = action.Payload },
        _ => new JsonObject { ["type"] = "oa.query.hide", ["payload"] = action.Payload },
    };

    private static List<HeroCard> Cards(Activity activity) => [.. (activity.Attachments ?? []).Select(HeroCard.From).OfType<HeroCard>()];

    private static List<CardAction> Actions(Activity activity) =>
        [.. Cards(activity).Where(it => it.Title is null).SelectMany(it => it.Buttons ?? []).Concat(activity.SuggestedActions?.Actions ?? [])];

    private static string Words(Activity activity) => Text.Normalize(activity.Text is { Length: > 0 } given ? given : Cards(activity).FirstOrDefault()?.Text ?? "");

    private static string WithTyped(string words, List<CardAction> actions)
    {
        var typed = actions.Where(it => it.Type is not ("openUrl" or "call")).Select(it => $"“{it.Title}”").ToList();
        var lines = actions.Where(it => it.Type is "openUrl" or "call").Select(it => $"{it.Title}: {it.Payload}")
            .Concat(typed.Count > 0 ? [$"Bạn cũng có thể gõ {string.Join(", ", typed)}."] : []).ToList();
        return Cut(lines.Count == 0 ? words : $"{words}\n\n{string.Join('\n', lines)}".Trim(), LongestMessage);
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
