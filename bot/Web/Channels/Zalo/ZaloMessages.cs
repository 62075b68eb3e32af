using System.Globalization;
using System.Text.Json;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>The kinds of things a person can send on Zalo, each as an activity.</summary>
internal static class ZaloMessages
{
    // { "msg_id": "z1", "text": "Phiếu lương", "quote_msg_id": "z0", "attachments": [ { "type": "image", "payload": { "url": "https://…" } } ] }
    public static Activity Read(JsonElement message)
    {
        var given = message.List("attachments").ToList();
        var text = Text.Normalize(message.Text("text") is { Length: > 0 } typed ? typed : given.Select(Caption).FirstOrDefault(it => it is { Length: > 0 }) ?? "");
        var attached = given.Select(Attached).OfType<Attachment>().ToList();
        var activity = new Activity { Text = text, ReplyToId = message.Text("quote_msg_id"), Attachments = attached.Count > 0 ? attached : null };
        // A tapped button comes as the text of its payload, which is nothing for people to read.
        return attached.Count == 0 && Tap.IsOurs(text) ? activity with { Text = "", Value = JsonSerializer.SerializeToElement(text, ActivityJson.Options) } : activity;
    }

    /// <summary>Pictures and documents are kept; voices and films stay where Zalo has them.</summary>
    public static IReadOnlyList<IncomingFile> Files(Activity activity) =>
        [.. (activity.Attachments ?? []).Select((it, place) => (it, place))
            .Where(at => at.it is { ContentUrl.Length: > 0, ContentType: "image/*" or "application/octet-stream" })
            .Select(at => new IncomingFile(at.place, at.it.Name) { Url = at.it.ContentUrl })];

    // { "name": "Hoa", "phone": 84987654321, "address": "12 đường số 3", "ward": "…", "district": "…", "city": "…" }, or the place in "full_address": { "user_address": "…", … }
    public static string Details(JsonElement info)
    {
        var place = info.Member("full_address") is { } full
            ? new[] { full.Text("user_address"), full.Text("user_ward"), full.Text("user_city") }
            : [info.Text("address"), info.Text("ward"), info.Text("district"), info.Text("city")];
        var lines = new (string Title, string? Value)[]
        {
            ("Họ tên", info.Text("name")),
            ("Điện thoại", info.Text("phone")),
            ("Ngày sinh", info.Text("user_dob")),
            ("Địa chỉ", string.Join(", ", place.Where(it => it is { Length: > 0 }))),
        };
        return Text.Normalize(string.Join('\n', lines.Where(it => it.Value is { Length: > 0 }).Select(it => $"{it.Title}: {it.Value}").Prepend("Thông tin liên hệ người lao động gửi:")));
    }

    // The preview of a link repeats what was typed; without that it is all there is. Of a template it is what people read.
    private static string? Caption(JsonElement attachment) => (attachment.Text("type"), attachment.Member("payload")) switch
    {
        ("link", { } link) when CardPhone(link) is null => link.Text("title") ?? link.Text("description") ?? link.Text("url"),
        ("template", { } template) => template.Text("text"),
        _ => null,
    };

    // A sticker is a gesture and nothing to look at.
    private static Attachment? Attached(JsonElement attachment) => (attachment.Text("type"), attachment.Member("payload")) switch
    {
        ("image" or "gif", { } picture) => new("image/*", ContentUrl: picture.Text("url"), Name: attachment.Text("type")),
        ("audio", { } voice) => new("audio/*", ContentUrl: voice.Text("url"), Name: "audio"),
        ("video", { } film) => new("video/*", ContentUrl: film.Text("url"), Name: "video"),
        ("file", { } file) => new("application/octet-stream", ContentUrl: file.Text("url"), Name: file.Text("name") ?? "file"),
        ("location", { } where) => Place(where.Member("coordinates")),
        ("link", { } card) when CardPhone(card) is { } phone => new("text/vcard", Name: $"Danh thiếp, điện thoại {phone}"),
        _ => null,
    };

    // { "latitude": "10.7769", "longitude": "106.7009" }: texts or numbers, a dot before the decimals wherever the program runs.
    private static Attachment? Place(JsonElement? coordinates) =>
        coordinates is { } at && Degrees(at.Text("latitude"), 90) is { } north && Degrees(at.Text("longitude"), 180) is { } east
            ? new("text/uri-list", ContentUrl: $"https://www.google.com/maps?q={north},{east}", Name: $"Vị trí {north}, {east}")
            : null;

    private static string? Degrees(string? digits, double most) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
            ? degrees.ToString("0.######", CultureInfo.InvariantCulture)
            : null;

    // A business card is a link whose description is JSON in a text: "{\"phone\":\"84987654321\",\"qrCodeUrl\":\"…\"}"
    private static string? CardPhone(JsonElement link)
    {
        try
        {
            using var description = JsonDocument.Parse(link.Text("description") ?? "");
            return description.RootElement.Text("phone");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
