using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Channels.Messenger;

/// <summary>The whole walk on real sockets: a false Meta posts to our webhook, our answers go to a false Graph.</summary>
public sealed class MessengerWebhookTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private FalseGraph graph = null!;
    private House house = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FalseGraph.Open();
        house = await House.Open(Database.Sqlite, plan =>
        {
            foreach (var (name, value) in Meta.Settings(graph.Url))
                plan.Settings[name] = value;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await graph.DisposeAsync();
        http.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Uri Webhook => new($"{house.Address}/webhooks/messenger");

    [Fact]
    public async Task Meta_gets_its_challenge_back_for_the_right_token()
    {
        Assert.Equal("1158201444", await http.GetStringAsync($"{Webhook}?hub.mode=subscribe&hub.verify_token=verify-test&hub.challenge=1158201444", Cancel));
    }

    [Theory]
    [InlineData("?hub.mode=subscribe&hub.verify_token=khac&hub.challenge=1")]
    [InlineData("?hub.mode=unsubscribe&hub.verify_token=verify-test&hub.challenge=1")]
    [InlineData("")]
    public async Task Nobody_else_gets_it(string query)
    {
        using var answer = await http.GetAsync(Webhook + query, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_worker_writes_and_reads_the_answer_with_typing_shown_before()
    {
        using var meta = new MetaCaller(Webhook);

        Assert.Equal(HttpStatusCode.OK, await meta.Post(Meta.Text("24", "m_1", "Nghỉ việc báo trước bao lâu?")));
        await house.Quiet();

        Assert.Equal("Về: Nghỉ việc báo trước bao lâu?", Assert.Single(graph.Taken).Text);
        Assert.Equal(2, graph.Actions);
    }

    [Fact]
    public async Task A_delivery_repeated_by_meta_is_answered_once()
    {
        using var meta = new MetaCaller(Webhook);
        for (var i = 0; i < 3; i++)
            await meta.Post(Meta.Text("24", "m_1", "chào"));
        await house.Quiet();

        Assert.Single(graph.Taken);
    }

    [Fact]
    public async Task What_the_platform_took_before_the_line_broke_is_not_said_twice()
    {
        using var meta = new MetaCaller(Webhook);
        graph.Echoes = meta;
        graph.AnswersNext(new GraphAnswer.TakesAndDrops());

        await meta.Post(Meta.Text("24", "m_1", "chào"));
        await Waiting.Until(() => house.Read(db => db.Outbox.AnyAsync(it => it.State == OutboxState.Sent)));
        await house.After(TimeSpan.FromMinutes(2));

        Assert.Single(graph.Taken);
    }

    [Fact]
    public async Task An_answer_in_the_pages_inbox_silences_the_bot_and_stands_in_the_transcript()
    {
        using var meta = new MetaCaller(Webhook);
        await meta.Post(Meta.AnsweredInInbox("24", "m_in", "Chị Lan công đoàn đây"));
        await meta.Post(Meta.Text("24", "m_2", "dạ em hỏi"));
        await house.Quiet();

        Assert.Empty(graph.Taken);
        Assert.Equal([Author.Page, Author.Worker], await house.Read(db => db.Said.OrderBy(it => it.Id).Select(it => it.Author).ToListAsync()));
    }

    [Fact]
    public async Task A_dead_token_is_seen_by_the_staff()
    {
        using var meta = new MetaCaller(Webhook);
        graph.AnswersNext(new GraphAnswer.Refuses(190, 463));
        await meta.Post(Meta.Text("24", "m_1", "chào"));
        await Waiting.Until(() => house.Read(db => db.PausedPages.AnyAsync()));

        var page = await house.Read(db => db.PausedPages.SingleAsync());
        Assert.Equal(Meta.Page, page.Page);
        Assert.Contains("kết nối lại", page.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_with_a_wrong_signature_is_refused_and_not_kept()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await Post(Meta.Text("24", "m_1", "chào"), secret: "khac"));
        Assert.Equal(0, await house.Read(db => db.Inbox.CountAsync()));
    }

    [Theory, InlineData("không phải json"), InlineData("[1,2]"), InlineData("")]
    public async Task A_signed_body_that_is_no_json_object_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, await Post(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task Five_megabytes_are_too_much() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(new byte[5 * 1024 * 1024]));

    [Theory]
    [InlineData("""{"object":"instagram","entry":[]}""")]
    [InlineData("""{"object":"page","entry":[{"id":"1023","messaging":[{"sender":{"id":"24"},"something_new":{"a":1}}],"unknown":[]}]}""")]
    [InlineData("""{"object":"page"}""")]
    public async Task What_we_do_not_know_is_acknowledged_and_left(string body)
    {
        Assert.Equal(HttpStatusCode.OK, await Post(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(0, await house.Read(db => db.Inbox.CountAsync()));
    }

    private async Task<HttpStatusCode> Post(byte[] body, string secret = Meta.AppSecret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Webhook) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        using var answer = await http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
