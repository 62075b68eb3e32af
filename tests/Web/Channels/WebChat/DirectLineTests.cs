using System.Net;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Rows;
using static ChatBot.Web.Tests.Channels.WebChat.ChatSite;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>The JSON shapes of Direct Line 3.0, as the official clients send and expect them.</summary>
public sealed class DirectLineTests
{
    private const string Base = "/v3/directline";

    private static readonly object Hello = new { type = "message", from = new { id = "r_1", role = "user" }, text = "Tôi bị nợ lương", channelData = new { clientActivityID = "qpk3" } };

    [Fact]
    public async Task A_conversation_is_begun_once_and_found_again_afterwards()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        var begun = await site.Call(HttpMethod.Post, $"{Base}/conversations", token, new { user = new { } });
        await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, Hello);
        var again = await site.Call(HttpMethod.Post, $"{Base}/conversations", token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (begun.Status, again.Status));
        Assert.Equal(conversation, begun.Body.GetProperty("conversationId").GetString());
        Assert.StartsWith($"ws://{site.Address.Authority}{Base}/conversations/{conversation}/stream?watermark=-&t=", begun.Body.GetProperty("streamUrl").GetString());
    }

    [Fact]
    public async Task Coming_back_with_a_watermark_gives_a_new_token_and_a_stream_from_there()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        var answer = await site.Call(HttpMethod.Get, $"{Base}/conversations/{conversation}?watermark=3", token);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("/stream?watermark=3&t=", answer.Body.GetProperty("streamUrl").GetString());
        Expect(HttpStatusCode.BadRequest, "BadArgument", await site.Call(HttpMethod.Get, $"{Base}/conversations/{conversation}?watermark=x", token));
    }

    [Fact]
    public async Task What_is_posted_is_kept_for_the_tokens_person_and_comes_back_as_it_was()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        var id = (await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, Hello)).Body.GetProperty("id").GetString();
        var read = (await site.Call(HttpMethod.Get, $"{Base}/conversations/{conversation}/activities?watermark=", token)).Body;

        Assert.Equal(conversation, Assert.Single(site.Kept).Person);
        var echo = Assert.Single(read.GetProperty("activities").EnumerateArray());
        Assert.Matches($@"^{conversation}\|\d{{7}}$", id);
        Assert.Equal(id, echo.GetProperty("id").GetString());
        Assert.Equal(conversation, echo.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("user", echo.GetProperty("from").GetProperty("role").GetString());
        Assert.Equal("qpk3", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(conversation, echo.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal("Tôi bị nợ lương", echo.GetProperty("text").GetString());
        Assert.Equal("1", read.GetProperty("watermark").GetString());
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_kept_once_and_has_one_id()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        var first = await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, Hello);
        var second = await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, Hello);

        Assert.Single(site.Kept);
        Assert.Equal(first.Body.GetProperty("id").GetString(), second.Body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Letters_of_three_characters_become_one()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, new { type = "message", text = "nghi\u0309" });

        Assert.Equal("nghỉ", Assert.Single(site.Kept).Activity.Text);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("""{"type":"message","text":"a\ud83d"}""")]
    [InlineData("""{"type":"message","value":"a\ud83d"}""")]
    [InlineData("""{"type":"message","text":"a","channelData":{"deep":["\ud83d"]}}""")]
    [InlineData("""{"type":"message","text":"a","unknown":{"\udc00":1}}""")]
    [InlineData("""{"type":"message","from":"anh Ba","text":"a"}""")]
    [InlineData("""{"type":"message","attachments":[{"name":"a.pdf"}]}""")]
    public async Task What_is_no_activity_is_refused(string body)
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        Expect(HttpStatusCode.BadRequest, "BadArgument", await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, body));
        Assert.Empty(site.Kept);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_wherever_they_stand()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        var body = """{"type":"message","text":"a","channelData":{"clientActivityID":"x!"}}"""u8.ToArray();
        body[body.AsSpan().IndexOf("!"u8)] = 0xD0;

        Expect(HttpStatusCode.BadRequest, "BadArgument", await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, new ByteArrayContent(body)));
        Assert.Empty(site.Kept);
    }

    [Fact]
    public async Task Nothing_is_kept_that_a_database_does_not_take()
    {
        await using var site = await Open();

        await site.Call(HttpMethod.Post, $"{Base}/conversations/dl_u1/activities", Secret, """{"type":"message","text":"a\ufffe","from":{"id":"r_1","name":"B\u0000a"},"channelData":{"clientActivityID":"x\u0000y"}}""");

        var kept = Assert.Single(site.Kept);
        Assert.Equal(("dl_u1|c-xy", "Ba", "a"), (kept.ExternalId, kept.Activity.From?.Name, kept.Activity.Text));
    }

    [Fact]
    public async Task More_than_256_K_characters_are_too_big_and_exactly_so_many_are_not()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        static string Long(int characters) => $$"""{"type":"message","text":"{{new string('ệ', characters - 29)}}"}""";

        Assert.Equal(HttpStatusCode.OK, (await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, Long(256 * 1024))).Status);
        Expect(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig", await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, Long(256 * 1024 + 2)));
        Expect(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig", await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, Long(2_000_000)));
    }

    [Fact]
    public async Task Typing_and_events_are_taken_and_lead_to_nothing()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        var answer = await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, new { type = "event", name = "webchat/join" });

        Assert.StartsWith($"{conversation}|", answer.Body.GetProperty("id").GetString());
        Assert.Empty(site.Kept);
    }

    [Fact]
    public async Task Who_writes_faster_than_a_person_waits_as_long_as_the_header_says()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        var answers = new List<Answer>();
        for (var i = 0; i < 40 && answers.LastOrDefault()?.Status != HttpStatusCode.TooManyRequests; i++)
            answers.Add(await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, new { type = "typing" }));

        Expect(HttpStatusCode.TooManyRequests, "TooManyRequests", answers[^1]);
        Assert.True(answers[^1].Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task When_nothing_can_be_kept_the_client_is_asked_to_come_again()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        site.StoreIsAway = true;

        Expect(HttpStatusCode.ServiceUnavailable, "ServiceError", await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", token, Hello));
    }

    [Fact]
    public async Task The_secret_may_write_in_any_conversation_under_the_name_it_gives()
    {
        await using var site = await Open();

        var begun = await site.Call(HttpMethod.Post, $"{Base}/conversations", Secret);
        var conversation = begun.Body.GetProperty("conversationId").GetString();
        await site.Call(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", Secret, Hello);

        Assert.Equal(("r_1", conversation), (Assert.Single(site.Kept).Activity.From!.Id, site.Kept[0].Person));
    }

    [Fact]
    public async Task A_line_that_has_not_left_yet_holds_back_those_after_it_and_a_dropped_one_is_never_read()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        await site.Say(conversation, new Activity { Text = "không gửi nữa" }, state: OutboxState.Dropped);
        await site.Say(conversation, "một");
        await site.Say(conversation, new Activity { Text = "hai" }, state: OutboxState.Waiting);
        await site.Say(conversation, "ba");

        var (texts, watermark) = await Texts(site, conversation, token, "");
        await using (var db = await site.Db())
        {
            db.Outbox.Single(row => row.State == OutboxState.Waiting).State = OutboxState.Sent;
            await db.SaveChangesAsync(Cancel);
        }
        var (later, last) = await Texts(site, conversation, token, watermark);

        Assert.Equal(["một"], texts);
        Assert.Equal("2", watermark);
        Assert.Equal(["hai", "ba"], later);
        Assert.Equal((Array.Empty<string>(), last), await Texts(site, conversation, token, last));
    }

    [Fact]
    public async Task An_advisors_line_bears_a_persons_name_and_the_desks_own_lines_and_notes_stay_there()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        await site.Say(conversation, "đã nhận", Author.System);
        await site.Say(conversation, "gọi lại cho chị này buổi chiều", Author.Note);
        await site.Say(conversation, "Chào bạn, mình là Lan.", Author.Advisor);
        await site.Say(conversation, "Mình trả lời tiếp.");

        var read = (await site.Call(HttpMethod.Get, $"{Base}/conversations/{conversation}/activities", token)).Body.GetProperty("activities").EnumerateArray().Select(it => it.GetProperty("from")).ToList();

        Assert.Equal(["Tư vấn viên Lan", "Trợ lý tự động"], read.Select(it => it.GetProperty("name").GetString()));
        Assert.All(read, it => Assert.Equal("bot", it.GetProperty("role").GetString()));
        Assert.NotEqual(read[0].GetProperty("id").GetString(), read[1].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_long_history_comes_in_pieces()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        for (var i = 1; i <= 101; i++)
            await site.Say(conversation, $"{i}");

        var (first, watermark) = await Texts(site, conversation, token, "-");
        var (rest, _) = await Texts(site, conversation, token, watermark);

        Assert.Equal(100, first.Length);
        Assert.Equal(["101"], rest);
    }

    [Fact]
    public async Task A_browser_on_another_site_may_ask()
    {
        await using var site = await Open();
        using var request = new HttpRequestMessage(HttpMethod.Options, $"{Base}/conversations");
        request.Headers.Add("Origin", "https://congdoan.example.vn");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");

        using var response = await site.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("x-ms-bot-agent", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    private static async Task<(string[] Texts, string Watermark)> Texts(ChatSite site, string conversation, string token, string watermark)
    {
        var set = (await site.Call(HttpMethod.Get, $"{Base}/conversations/{conversation}/activities?watermark={watermark}", token)).Body;
        return ([.. set.GetProperty("activities").EnumerateArray().Select(it => it.GetProperty("text").GetString()!)], set.GetProperty("watermark").GetString()!);
    }
}
