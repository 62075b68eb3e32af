using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Tests.Channels.Talks;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>The talks behind Azure. Limits: the Activity schema, 256 K characters, and Azure's table of how many buttons each of its channels shows.</summary>
/// <param name="channel">Azure's name of it.</param>
public abstract class BotFrameworkTalks(string channel, int mostOnCard, int mostBelow) : HouseTalkContract
{
    private const int LongestActivity = 256 * 1024;

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

    // A silent button comes as its payload in the text.
    public override Task Taps(string person, Button button) => Posts(person, button.Sends!, it => it["channelData"] = Adds(button));

    public override Task SendsPicture(string person, string words) => Posts(person, words, it =>
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
        AtMost(mostOnCard, "buttons on the card", message.Buttons.Where(it => it.OnCard));
        AtMost(mostBelow, "buttons below", message.Buttons.Where(it => !it.OnCard));
        Assert.All(message.Buttons, it => Assert.True(it.OnCard || it.Opens is null, "a link is no suggestion"));
        if (sent["suggestedActions"] is { } suggested)
            Assert.Empty(suggested["to"]!.AsArray());
    }

    /// <summary>What the channel adds to a tap.</summary>
    protected abstract JsonObject Adds(Button button);

    protected override string ConversationOf(string person) => $"botframework:{channel}:{person}";

    protected override Task<IReadOnlyList<Shown>> All(string person) =>
        Task.FromResult<IReadOnlyList<Shown>>([.. site.Azure.Messages.Where(it => it.Conversation == person).Select(it => Seen.Of(it.Body))]);

    private async Task Posts(string person, string words, Action<JsonObject> change)
    {
        var activity = site.Message(words, NewId, it =>
        {
            (it["channelId"], it["conversation"]!["id"], it["timestamp"]) = (channel, person, Clock.GetUtcNow().ToString("O"));
            change(it);
        });
        Assert.Equal(HttpStatusCode.OK, (await site.Posts(activity)).Code);
    }
}

/// <summary>In Azure's web chat.</summary>
public sealed class BotFrameworkTalkTests() : BotFrameworkTalks("webchat", mostOnCard: 100, mostBelow: 100)
{
    protected override JsonObject Adds(Button button) => new() { ["postBack"] = true };
}

/// <summary>On a Facebook page behind Azure, which has the limits of Messenger.</summary>
public sealed class BotFrameworkFacebookTalkTests() : BotFrameworkTalks("facebook", mostOnCard: 3, mostBelow: 11)
{
    private const int LongestCardText = 640, LongestTitle = 20;

    // Titles are short, a card has few words, and what does not fit on one stands below, where no link can.
    public override IReadOnlyList<Shown> Renders(IReadOnlyList<Shown> said, IReadOnlyList<Note> notes) => [.. said.Select(it => it with
    {
        Buttons = [.. it.Buttons.Where(button => button.Sends is not null || it.Text.Length <= LongestCardText).Select(button => button.Cut(LongestTitle))],
    })];

    public override void Fits(Shown message)
    {
        base.Fits(message);
        AtMost(message.Buttons.Any(it => it.OnCard) ? LongestCardText : 2000, "the text", message.Text);
        Assert.All(message.Buttons, it => AtMost(LongestTitle, "a title", it.Title));
    }

    protected override JsonObject Adds(Button button) => button.OnCard
        ? new JsonObject { ["postback"] = new JsonObject { ["title"] = button.Title, ["payload"] = button.Sends } }
        : new JsonObject { ["message"] = new JsonObject { ["mid"] = NewId, ["text"] = button.Title, ["quick_reply"] = new JsonObject { ["payload"] = button.Sends } } };
}
