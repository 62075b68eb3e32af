using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Talk.Activities;
using ChatBot.Web.Tests.Channels.Talks;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>The talks behind Azure, in its web chat. Limits: the Activity schema, 256 K characters, and the table of what each channel shows.</summary>
public sealed class BotFrameworkTalkTests : HouseTalkContract
{
    private const int LongestActivity = 256 * 1024, MostOnCard = 100, MostBelow = 100;

    private AzureSite site = null!;

    // The bot is told who came.
    public override Activity Opening => new() { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount("dl_u1")] };

    public override async ValueTask InitializeAsync()
    {
        site = await AzureSite.Open(Furnish);
        House = site.House;
    }

    public override ValueTask DisposeAsync() => site.DisposeAsync();

    public override Task Types(string person, string words) => Posts(person, words, _ => { });

    // A silent button comes as its payload in the text, and says so in what the channel adds.
    public override Task Taps(string person, Button button) => Posts(person, button.Sends!, it => it["channelData"] = new JsonObject { ["postBack"] = true });

    public override Task SendsPicture(string person) => Posts(person, "", it =>
        it["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://files.example/1.png", ["name"] = "1.png" }));

    public override Task OpensChat(string person) => Posts(person, "", it =>
        (it["type"], it["membersAdded"]) = ("conversationUpdate", new JsonArray(new JsonObject { ["id"] = "tro-ly" }, new JsonObject { ["id"] = "dl_u1" })));

    public override void Fits(Shown message)
    {
        var sent = message.Body!;
        AtMost(LongestActivity, "the activity", sent.ToJsonString());
        Assert.Equal("message", (string?)sent["type"]);
        Assert.All((string[])["conversation", "from", "recipient"], it => Assert.NotNull((string?)sent[it]?["id"]));
        Assert.All(sent["attachments"]?.AsArray() ?? [], it => Assert.NotNull((string?)it!["contentType"]));
        AtMost(MostOnCard, "buttons on the card", message.Buttons.Where(it => it.OnCard));
        AtMost(MostBelow, "buttons below", message.Buttons.Where(it => !it.OnCard));
        Assert.All(message.Buttons, it => Assert.True(it.OnCard || it.Opens is null, "a link is no suggestion"));
        if (sent["suggestedActions"] is { } suggested)
            Assert.Empty(suggested["to"]!.AsArray());
    }

    protected override string ConversationOf(string person) => $"botframework:webchat:{person}";

    protected override Task<IReadOnlyList<Shown>> All(string person) =>
        Task.FromResult<IReadOnlyList<Shown>>([.. site.Azure.Messages.Where(it => it.Conversation == person).Select(it => Seen.Of(it.Body))]);

    private async Task Posts(string person, string words, Action<JsonObject> change)
    {
        var activity = site.Message(words, NewId, it =>
        {
            (it["conversation"]!["id"], it["timestamp"]) = (person, Clock.GetUtcNow().ToString("O"));
            change(it);
        });
        Assert.Equal(HttpStatusCode.OK, (await site.Posts(activity)).Code);
    }
}
