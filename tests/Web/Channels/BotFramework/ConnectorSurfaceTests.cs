using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>What another desk may do at `/api/desk/v3`, and who it must be.</summary>
public sealed class ConnectorSurfaceTests : IAsyncLifetime
{
    private static readonly string Activities = $"{Uri.EscapeDataString(CalledDesk.Worker)}/activities";

    private CalledDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await CalledDesk.Open();
        await desk.House.Hears("gặp người");
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private static JsonObject Message(string? text = "Chào bạn") => new() { ["type"] = "message", ["text"] = text };

    [Theory]
    [InlineData("1.0", "appid", FalseAzure.DeskAppId, HttpStatusCode.OK)]
    [InlineData("2.0", "azp", FalseAzure.DeskAppId, HttpStatusCode.OK)]
    [InlineData("2.0", "appid", FalseAzure.DeskAppId, HttpStatusCode.Unauthorized)]
    [InlineData("1.0", "appid", FalseAzure.AppId, HttpStatusCode.Unauthorized)]
    [InlineData("1.0", "appid", "another-app", HttpStatusCode.Unauthorized)]
    public async Task Only_the_desk_itself_gets_in(string version, string claim, string app, HttpStatusCode code)
    {
        var token = desk.Azure.MintEntra(desk.House.Clock.GetUtcNow(), change: it => it.Claims = new Dictionary<string, object> { ["ver"] = version, [claim] = app });

        Assert.Equal(code, (await desk.Calls(HttpMethod.Post, Activities, Message(), token)).Code);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_token_for_somebody_else_or_of_a_channel_does_not_get_in(bool ofChannel)
    {
        var now = desk.House.Clock.GetUtcNow();
        var token = ofChannel ? desk.Azure.Mint(now) : desk.Azure.MintEntra(now, change: it => it.Audience = FalseAzure.DeskAppId);

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Calls(HttpMethod.Post, Activities, Message(), token)).Code);
    }

    [Theory, InlineData("POST", ""), InlineData("GET", "/1/members"), InlineData("PUT", "/1"), InlineData("DELETE", "/1")]
    public async Task Without_a_token_nothing_is_done_and_nothing_is_told(string method, string path)
    {
        var (code, body) = await desk.Calls(new HttpMethod(method), Activities + path, Message(), token: "");

        Assert.Equal((HttpStatusCode.Unauthorized, "Unauthorized"), (code, (string?)body!["error"]!["code"]));
        Assert.Equal(["Mình đã chuyển."], desk.House.Channel.Texts);
    }

    [Fact]
    public async Task Its_token_opens_no_other_door()
    {
        await using var azure = AzureSite.Of(desk.Azure, desk.House);

        Assert.Equal(HttpStatusCode.Unauthorized, (await azure.Posts(azure.Message("chào"), desk.Azure.MintEntra(desk.House.Clock.GetUtcNow()))).Code);
    }

    [Theory]
    [InlineData("PUT", "/1", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("DELETE", "/1", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("POST", "/history", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    public async Task What_cannot_be_done_is_said(string method, string path, HttpStatusCode code, string word)
    {
        var (answered, body) = await desk.Calls(new HttpMethod(method), Activities + path, Message());

        Assert.Equal((code, word), (answered, (string?)body!["error"]!["code"]));
    }

    [Theory]
    [InlineData("false:p1:nobody", HttpStatusCode.NotFound, "ConversationNotFound")]
    [InlineData("x/y", HttpStatusCode.NotFound, "ConversationNotFound")]
    [InlineData("false:p1:binh", HttpStatusCode.Forbidden, "Forbidden")]
    public async Task It_speaks_only_where_it_was_called(string conversation, HttpStatusCode code, string word)
    {
        await desk.House.Hears("Tôi được nghỉ mấy ngày?", "binh");

        var (answered, body) = await desk.Says(Message(), conversation);

        Assert.Equal((code, word), (answered, (string?)body!["error"]!["code"]));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":"  "}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":7}]}""")]
    [InlineData("""{"type":"message","text":7}""")]
    public async Task A_body_that_says_nothing_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Calls(HttpMethod.Post, Activities, JsonNode.Parse(body)!)).Code);

    [Fact]
    public async Task An_oversized_body_is_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await desk.Calls(HttpMethod.Post, Activities, Message(new string('a', 800_000)))).Code);

    [Fact]
    public async Task Buttons_and_links_to_files_come_as_every_channel_can_show_them()
    {
        var message = Message("Bạn gửi đơn này nhé");
        message["suggestedActions"] = JsonNode.Parse("""{"to":[],"actions":[{"type":"imBack","title":"Đồng ý","value":"ok"},{"type":"openUrl","title":"x","value":"https://x.example"},{"type":"postBack"}]}""");
        message["attachments"] = JsonNode.Parse("""[{"contentType":"application/pdf","contentUrl":"https://desk.example/M%E1%BA%ABu%20%C4%91%C6%A1n.pdf","name":"Mẫu đơn\u202Efdp"},{"contentType":"image/png","contentUrl":"http://open.example/a.png"},{"contentType":"image/png","contentUrl":"tep:1"}]""");

        await desk.Says(message);

        var shown = desk.House.Channel.Carried[^1].Activity;
        Assert.Equal("Bạn gửi đơn này nhé\nMẫu đơnfdp: https://desk.example/M%E1%BA%ABu%20%C4%91%C6%A1n.pdf", shown.Text);
        Assert.Equal("Đồng ý", Assert.Single(shown.SuggestedActions!.Actions).Title);
        Assert.Null(shown.Attachments);
    }

    [Fact]
    public async Task Is_typing_is_taken_and_shown_to_nobody()
    {
        Assert.Equal(HttpStatusCode.OK, (await desk.Says(new JsonObject { ["type"] = "typing" })).Code);

        Assert.Equal(["Mình đã chuyển."], desk.House.Channel.Texts);
    }

    [Fact]
    public async Task Members_are_the_worker_and_the_bot_of_conversations_it_was_called_into()
    {
        await desk.House.Hears("chào", "binh");
        var conversation = Uri.EscapeDataString(CalledDesk.Worker);

        var all = (await desk.Calls(HttpMethod.Get, $"{conversation}/members")).Body!.AsArray();
        Assert.Equal(["an user", $"{FalseAzure.AppId} bot"], all.Select(it => $"{it!["id"]} {it["role"]}"));
        Assert.Equal(2, (await desk.Calls(HttpMethod.Get, $"{conversation}/pagedmembers?pageSize=50")).Body!["members"]!.AsArray().Count);
        Assert.Equal("an", (string?)(await desk.Calls(HttpMethod.Get, $"{conversation}/members/an")).Body!["id"]);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Calls(HttpMethod.Get, $"{conversation}/members/khac")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Calls(HttpMethod.Get, "false:p1:binh/members")).Code);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_it_is_asked_to_come_again()
    {
        await using var other = await CalledDesk.Open();
        other.Azure.IsAway = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await other.Calls(HttpMethod.Post, Activities, Message())).Code);
    }
}
