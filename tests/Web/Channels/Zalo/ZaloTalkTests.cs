using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels.Zalo;
using ChatBot.Web.Tests.Channels.Talks;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Channels.Zalo;

/// <summary>The talks on a Zalo Official Account. Limits: Zalo's customer-service message v3.0, text and buttons.</summary>
public sealed class ZaloTalkTests : HouseTalkContract
{
    private const int MostButtons = 5;

    private readonly FalseZalo zalo = new();
    private ZaloCaller caller = null!;

    // Following the account is opening the chat, and the bot is told who came.
    public override Activity Opening => new() { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount("24")] };

    public override async ValueTask InitializeAsync()
    {
        House = await House.Open(Database.Sqlite, plan =>
        {
            Furnish(plan);
            zalo.Furnish(plan);
        });
        caller = new ZaloCaller(House);
        await House.Get<ZaloTokens>().Keep(FalseZalo.Account, zalo.Consent(), Cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        caller.Dispose();
        await House.DisposeAsync();
        zalo.Dispose();
    }

    public override Task Types(string person, string words) => Brings(caller.Text(person, NewId, words));

    // A tapped button says what it sends.
    public override Task Taps(string person, Button button) => Types(person, button.Sends!);

    public override Task SendsPicture(string person, string words) =>
        Brings(caller.Says(person, "user_send_image", new { msg_id = NewId, text = words, attachments = new[] { new { type = "image", payload = new { url = "https://f1-zpc.zdn.vn/a.jpg" } } } }));

    public override Task OpensChat(string person) => Brings(caller.Follows(person));

    // What does not fit on the buttons is to be typed; the last one calls an advisor and stays.
    public override IReadOnlyList<Shown> Renders(IReadOnlyList<Shown> said, IReadOnlyList<Note> notes) => [.. said.Select(it => it.Buttons.Count <= MostButtons ? it : it with
    {
        Text = $"{it.Text}\n\nBạn cũng có thể gõ {string.Join(", ", it.Buttons.Skip(MostButtons - 1).SkipLast(1).Select(button => $"“{button.Title}”"))}.",
        Buttons = [.. it.Buttons.Take(MostButtons - 1), it.Buttons[^1]],
    })];

    public override void Fits(Shown message)
    {
        Assert.NotEqual("", message.Text);
        AtMost(2000, "the text", message.Text);
        AtMost(MostButtons, "buttons", message.Buttons);
        foreach (var button in message.Buttons)
        {
            AtMost(100, "a title", button.Title);
            AtMost(1000, "a payload", button.Sends);
            Assert.StartsWith("https://", button.Opens ?? "https://", StringComparison.Ordinal);
        }
    }

    protected override string ConversationOf(string person) => caller.Conversation(person);

    protected override Task<IReadOnlyList<Shown>> All(string person) =>
        Task.FromResult<IReadOnlyList<Shown>>([.. zalo.Taken.Where(it => it.Person == person).Select(it => Seen(it.Body["message"]!))]);

    private static Shown Seen(JsonNode sent) => new((string?)sent["text"] ?? "", [.. (sent["attachment"]?["payload"]?["buttons"]?.AsArray() ?? []).Select(it => Seen(it!, it!["payload"]!))], sent);

    private static Button Seen(JsonNode button, JsonNode payload) => (string)button["type"]! == "oa.open.url"
        ? new Button((string)button["title"]!, null, (string)payload["url"]!)
        : new Button((string)button["title"]!, (string)payload!);

    private static async Task Brings(Task<HttpStatusCode> posted) => Assert.Equal(HttpStatusCode.OK, await posted);
}
