using System.Net;
using System.Text;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.BotFramework;
using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Channels.Zalo;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.Fuzzing;

/// <summary>Answers no platform gives: what became of the message is said all the same, and nothing breaks.</summary>
public sealed class AnswerFuzzTests
{
    private const string Metadata = """{"issuer":"https://api.botframework.com","jwks_uri":"https://login.example/keys"}""";

    private const int Largest = 1024 * 1024;

    private static readonly FakeTimeProvider Clock = new(Doors.Now);

    private static readonly HttpStatusCode[] Statuses = [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError];

    private static readonly IOptions<MessengerOptions> Messenger = Options.Create(new MessengerOptions { VerifyToken = "v", AppSecret = "bi-mat-thu", AppId = "111", Pages = [new() { Id = "1", AccessToken = "MA_TRANG_THU" }] });

    private static readonly IOptions<ZaloOptions> Zalo = Options.Create(new ZaloOptions { AppId = "41", AppSecret = "bi-mat", OaSecretKey = "khoa" });

    private static readonly IOptions<BotFrameworkOptions> Azure = Options.Create(new BotFrameworkOptions { AppId = "ung-dung", AppPassword = "bi-mat-thu" });

    [Fact]
    public Task Any_answer_of_Graph_means_something() => Fuzz.Try(Fuzz.Seeds(
        """{"recipient_id":"24","message_id":"m_out_1"}""",
        """{"name":"Công đoàn","id":"1"}""",
        """{"error":{"message":"(#10) Sent outside of allowed window.","type":"OAuthException","code":10,"error_subcode":2018278,"is_transient":false,"fbtrace_id":"A"}}"""), Largest, async it =>
    {
        using var platform = new Answering(it.Body, Statuses[it.Body.Length % Statuses.Length]);
        using var web = new HttpClient(platform);
        var channel = new MessengerChannel(web, new MessengerFiles(web, Messenger), Messenger, Clock);
        CanBeShown(await channel.Send(Some, CancellationToken.None));
        _ = await new MessengerConnection(channel, Messenger).Ask("1", CancellationToken.None);
    });

    [Fact]
    public Task Any_answer_of_Zalo_means_something() => Fuzz.Try(Fuzz.Seeds(
        """{"error":0,"message":"Success","data":{"message_id":"z9","user_id":"24","attachment_id":"att-1","token":"file-1","quota":{"quota_type":"reply","remain":"7","total":"8"}}}""",
        """{"error":-216,"message":"Access token is invalid"}""",
        """{"access_token":"a","refresh_token":"r","expires_in":"90000"}""",
        """{"error_name":"Invalid refresh token","error_reason":"x","error":-14014}"""), Largest, async it =>
    {
        using var platform = new Answering(it.Body, Statuses[it.Body.Length % Statuses.Length]);
        using var web = new HttpClient(platform);
        var api = new ZaloApi(web, Zalo);
        var channel = new ZaloChannel(api, (_, _, _) => Task.FromResult<ZaloAccess>(new ZaloAccess.Open("t")), new ZaloFiles(web, Zalo), Clock);
        CanBeShown(await channel.Send(Some, CancellationToken.None));
        CanBeShown(await channel.Send(Some with { File = new ParcelFile("a.png", "image/png", [1]) }, CancellationToken.None));
        if (await new ZaloOauth(web, Zalo).Refresh("r", CancellationToken.None) is ZaloGrant.Pair(var given, var refresh, _))
            FitHeaders(given + refresh);
        _ = ZaloErrors.Read(await api.Account("t", CancellationToken.None), Doors.Now);
    });

    [Fact]
    public Task Any_answer_of_Azure_means_something() => Fuzz.Try(Fuzz.Seeds(
        """{"id":"c7|0002"}""",
        """{"error":{"code":"BotNotInConversationRoster","message":"no"}}""",
        """{"token_type":"Bearer","expires_in":3600,"access_token":"MA_1"}"""), Largest, async it =>
    {
        using var platform = new Answering(it.Body, Statuses[it.Body.Length % Statuses.Length]);
        using var web = new HttpClient(platform);
        using var login = new HttpClient(new Answering("""{"expires_in":3600,"access_token":"MA_1"}"""u8.ToArray(), HttpStatusCode.OK));
        using var tokens = new BotFrameworkTokens(login, BotFrameworkTokens.Connector, Azure, Clock);
        CanBeShown(await new BotFrameworkChannel(new ActivityPost(web, tokens, "Azure Bot", BotFrameworkErrors.Read), new HandoffTranscript(null!), Azure).Send(Some, CancellationToken.None));
        using var others = new BotFrameworkTokens(web, BotFrameworkTokens.Connector, Azure, Clock);
        var access = await others.Get(CancellationToken.None);
        Assert.True(access.Token is null != access.Trouble is null);
        FitHeaders(access.Token ?? "");
    });

    // First where the keys are, then the keys.
    [Fact]
    public Task Any_keys_of_an_issuer_are_read_or_left_aside() => Fuzz.Try(Fuzz.Seeds(
        Metadata,
        """{"keys":[{"kty":"RSA","use":"sig","kid":"k1","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","endorsements":["facebook","webchat"]}]}"""), Largest, async it =>
    {
        using var web = new HttpClient(new Answering(it.Body, HttpStatusCode.OK, first: it.Original.Length == Metadata.Length ? it.Body : Encoding.UTF8.GetBytes(Metadata)));
        using var keys = new SigningKeys(web, "https://login.example/openid", Clock, NullLogger<SigningKeys>.Instance);
        _ = await keys.For("k1", CancellationToken.None);
    });

    private static Parcel Some { get; } = new(7, new Address("1", "24")
    {
        Reference = new ConversationReference("a|1", new("u"), new("b"), new("c7|1"), "webchat", "https://smba.azure.example/apis/", null).Write(),
    }, new Activity { Text = "Bạn được nghỉ 12 ngày." }, false, Doors.Now.AddMinutes(-1));

    private static void FitHeaders(string token) => Assert.DoesNotContain(token, letter => letter is < '!' or > '~');

    // What the platform calls it is written beside the reply.
    private static void CanBeShown(Delivery delivery)
    {
        if (delivery is Delivery.Done { ExternalId: { } id })
            Doors.CanBeWritten([id]);
    }

    private sealed class Answering(byte[] body, HttpStatusCode status, byte[]? first = null) : HttpMessageHandler
    {
        private byte[] next = first ?? body;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent(next) };
            next = body;
            return Task.FromResult(answer);
        }
    }
}
