using System.Text.Json;

namespace ChatBot.Web.Tests.Houses;

/// <summary>The bodies Meta posts to a webhook, and the app and page they belong to. Escaped unicode, as Meta sends it.</summary>
public static class Meta
{
    public const string AppId = "111";
    public const string AppSecret = "app-secret-test";
    public const string Page = "1023";
    public const string Token = "PAGE_TOKEN_TEST";

    /// <summary>The app of the Page's own inbox: a person answered there.</summary>
    private const long PageInbox = 263902037430900;

    /// <summary>What the program must be told to talk to the false Graph.</summary>
    public static Dictionary<string, string?> Settings(string graphUrl) => new()
    {
        ["Messenger:VerifyToken"] = "verify-test",
        ["Messenger:AppSecret"] = AppSecret,
        ["Messenger:AppId"] = AppId,
        ["Messenger:GraphUrl"] = graphUrl,
        ["Messenger:Pages:0:Id"] = Page,
        ["Messenger:Pages:0:AccessToken"] = Token,
    };

    /// <summary>A worker types.</summary>
    public static byte[] Text(string person, string mid, string text) => FromWorker(person, new { mid, text });

    /// <summary>A worker sends a picture, which Meta holds.</summary>
    public static byte[] Picture(string person, string mid, string url, string? text = null) => FromWorker(person, new { mid, text, attachments = new[] { new { type = "image", payload = new { url } } } });

    /// <summary>A worker taps a quick reply of ours.</summary>
    public static byte[] Tap(string person, string mid, string payload, string title = "Xem") => FromWorker(person, new { mid, text = title, quick_reply = new { payload } });

    /// <summary>A worker taps a button of a template.</summary>
    public static byte[] Postback(string person, string mid, string payload, string title) => Envelope(person, Page, "postback", new { mid, title, payload });

    /// <summary>A worker comes back through a link of the page, and has said nothing yet.</summary>
    public static byte[] Referral(string person) => Envelope(person, Page, "referral", new { source = "SHORTLINK", type = "OPEN_THREAD" });

    /// <summary>Our own message comes back.</summary>
    public static byte[] Echo(GraphMessage message) =>
        FromPage(message.Person, new { is_echo = true, mid = message.Mid, app_id = long.Parse(AppId, System.Globalization.CultureInfo.InvariantCulture), metadata = message.Key, text = message.Text });

    /// <summary>Somebody answers in the Page's own inbox.</summary>
    public static byte[] AnsweredInInbox(string person, string mid, string text) => FromPage(person, new { is_echo = true, mid, app_id = PageInbox, text });

    /// <summary>Somebody writes under a post.</summary>
    public static byte[] Comment(string id, string text, DateTimeOffset at, string verb = "add", string from = "77") => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "page",
        entry = new[] { new { id = Page, changes = new[] { new { field = "feed", value = new { item = "comment", verb, from = new { id = from }, comment_id = id, created_time = at.ToUnixTimeSeconds(), message = text } } } } },
    });

    private static byte[] FromWorker(string person, object message) => Envelope(person, Page, "message", message);

    private static byte[] FromPage(string person, object message) => Envelope(Page, person, "message", message);

    private static byte[] Envelope(string sender, string recipient, string what, object value)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var messaging = new Dictionary<string, object> { ["sender"] = new { id = sender }, ["recipient"] = new { id = recipient }, ["timestamp"] = now, [what] = value };
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "page",
            entry = new[] { new { id = Page, time = now, messaging = new[] { messaging } } },
        });
    }
}
