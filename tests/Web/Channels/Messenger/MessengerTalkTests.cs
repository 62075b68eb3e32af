using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Tests.Channels.Talks;
using ChatBot.Web.Tests.Houses;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Web.Tests.Channels.Messenger;

/// <summary>The talks on a Facebook page. Limits: Meta's Send API, Quick Replies, Button Template.</summary>
public sealed class MessengerTalkTests : HouseTalkContract
{
    private const int LongestCardText = 640, LongestTitle = 20, LongestPayload = 1000;

    private readonly FalsePlatform held = new(HttpStatusCode.OK, "%PDF-1.7 hợp đồng");
    private FalseGraph graph = null!;
    private MetaCaller meta = null!;

    public override async ValueTask InitializeAsync()
    {
        graph = await FalseGraph.Open();
        House = await House.Open(Database.Sqlite, plan =>
        {
            Furnish(plan);
            foreach (var (name, value) in Meta.Settings(graph.Url))
                plan.Settings[name] = value;
            plan.Furnish = builder => builder.Services.AddHttpClient(nameof(MessengerFiles)).ConfigurePrimaryHttpMessageHandler(() => held);
        });
        graph.Echoes = meta = new MetaCaller(new Uri($"{House.Address}/webhooks/messenger"));
    }

    public override async ValueTask DisposeAsync()
    {
        meta.Dispose();
        await House.DisposeAsync();
        await graph.DisposeAsync();
        held.Dispose();
    }

    public override Task Types(string person, string words) => Brings(Meta.Text(person, NewId, words));

    public override Task Taps(string person, Button button) =>
        Brings(button.OnCard ? Meta.Postback(person, NewId, button.Sends!, button.Title) : Meta.Tap(person, NewId, button.Sends!, button.Title));

    public override Task SendsPicture(string person, string words) => Brings(Meta.Picture(person, NewId, "https://scontent.xx.fbcdn.net/v/a.jpg", words));

    public override Task OpensChat(string person) => Brings(Meta.Referral(person));

    // Titles are short, a card has few words, and what does not fit on one stands below, where no link can.
    public override IReadOnlyList<Shown> Renders(IReadOnlyList<Shown> said, IReadOnlyList<Note> notes) => [.. said.Select(it => it with
    {
        Buttons = [.. it.Buttons.Where(button => button.Sends is not null || it.Text.Length <= LongestCardText).Select(button => button.Cut(LongestTitle))],
    })];

    public override void Fits(Shown message)
    {
        var sent = message.Body!;
        var card = sent["attachment"]?["payload"];
        Assert.True(sent["text"] is null != card is null, "either a text or a card");
        Assert.NotEqual("", message.Text);
        AtMost(2000, "the text", message.Text);
        AtMost(1000, "the metadata", (string?)sent["metadata"]);
        if (card is not null)
        {
            Assert.Equal("button", (string?)card["template_type"]);
            AtMost(LongestCardText, "the card's text", message.Text);
            Assert.NotEmpty(card["buttons"]!.AsArray());
            AtMost(3, "buttons on the card", card["buttons"]!.AsArray());
        }

        AtMost(13, "quick replies", Quick(sent));
        foreach (var button in message.Buttons)
        {
            AtMost(LongestTitle, "a title", button.Title);
            AtMost(LongestPayload, "a payload", button.Sends);
            Assert.StartsWith("https://", button.Opens ?? "https://", StringComparison.Ordinal);
        }
    }

    protected override string ConversationOf(string person) => $"messenger:{Meta.Page}:{person}";

    protected override Task<IReadOnlyList<Shown>> All(string person) =>
        Task.FromResult<IReadOnlyList<Shown>>([.. graph.Taken.Where(it => it.Person == person).Select(it => Seen(it.Body["message"]!, it.Text))]);

    private static Shown Seen(JsonNode sent, string text) => new(text,
        [
            .. (sent["attachment"]?["payload"]?["buttons"]?.AsArray() ?? []).Select(it => new Button((string)it!["title"]!, (string?)it["payload"], (string?)it["url"]) { OnCard = true }),
            .. Quick(sent).Select(it => new Button((string)it!["title"]!, (string?)it["payload"])),
        ], sent);

    private static JsonArray Quick(JsonNode sent) => sent["quick_replies"]?.AsArray() ?? [];

    private async Task Brings(byte[] body) => Assert.Equal(HttpStatusCode.OK, await meta.Post(body));
}
