using System.Net;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.BotFramework;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.BotFramework;

public sealed class BotFrameworkChannelTests : ChannelContract, IDisposable
{
    private const string Token = """{"token_type":"Bearer","expires_in":3600,"access_token":"MA_BOT_THU"}""";

    private static readonly IOptions<BotFrameworkOptions> Settings = Options.Create(new BotFrameworkOptions { AppId = "ung-dung", AppPassword = "bi-mat-thu" });

    private readonly FalsePlatform login = new(HttpStatusCode.OK, Token);
    private BotFrameworkTokens? tokens;

    protected override string Accepted => """{"id":"c7|0002"}""";

    protected override Channel Make(HttpMessageHandler platform) => Make(platform, login);

    private BotFrameworkChannel Make(HttpMessageHandler platform, HttpMessageHandler tokenGiver)
    {
        tokens = new BotFrameworkTokens(new HttpClient(tokenGiver), BotFrameworkTokens.Connector, Settings, new FakeTimeProvider(Now));
        // The transcript is only asked for when a person is called.
        return new BotFrameworkChannel(new ActivityPost(new HttpClient(platform), tokens, "Azure Bot", BotFrameworkErrors.Read), new HandoffTranscript(null!), Settings);
    }

    protected override Parcel Addressed(Parcel parcel) => To(parcel, "https://smba.azure.example/apis/");

    public void Dispose()
    {
        login.Dispose();
        tokens?.Dispose();
    }

    private static Parcel To(Parcel parcel, string serviceUrl) => parcel with
    {
        To = new Address("webchat", "c7|1")
        {
            Reference = new ConversationReference("a|1", new("u"), new("b"), new("c7|1"), "webchat", serviceUrl, null).Write(),
        },
    };

    [Theory]
    [InlineData("c7|1|a|1", "https://smba.azure.example/apis/v3/conversations/c7%7C1/activities/a%7C1")]
    [InlineData(null, "https://smba.azure.example/apis/v3/conversations/c7%7C1/activities")]
    public async Task An_answer_goes_to_the_activity_it_answers_and_other_words_to_the_conversation(string? replyTo, string address)
    {
        using var platform = new FalsePlatform(HttpStatusCode.Created, Accepted);

        var parcel = Addressed(Some());
        await Make(platform).Send(parcel with { Activity = parcel.Activity with { ReplyToId = replyTo } }, Cancel);

        Assert.Equal(address, Assert.Single(platform.Asked).Address.AbsoluteUri);
        Assert.Equal("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", Assert.Single(login.Asked).Address.AbsoluteUri);
        Assert.Equal("grant_type=client_credentials&client_id=ung-dung&client_secret=bi-mat-thu&scope=https%3A%2F%2Fapi.botframework.com%2F.default", login.Asked[0].Body);
    }

    [Theory]
    [InlineData("http://smba.azure.example/")]
    [InlineData("ftp://smba.azure.example/")]
    [InlineData("smba")]
    public async Task Our_token_does_not_go_over_an_open_line(string serviceUrl)
    {
        using var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);

        Assert.IsType<Delivery.Refused>(await Make(platform).Send(To(Some(), serviceUrl), Cancel));
        Assert.Empty(platform.Asked);
    }

    [Fact]
    public async Task Somebody_of_whom_only_the_name_is_known_cannot_be_answered() =>
        Assert.IsType<Delivery.Refused>(await Make(new FalsePlatform(HttpStatusCode.OK, Accepted)).Send(Some(), Cancel));

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, typeof(Delivery.Reconnect))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(Delivery.Reconnect))]
    [InlineData(HttpStatusCode.TooManyRequests, typeof(Delivery.TryLater))]
    [InlineData(HttpStatusCode.BadGateway, typeof(Delivery.TryLater))]
    [InlineData(HttpStatusCode.OK, typeof(Delivery.TryLater))]
    public async Task Without_a_token_nothing_is_sent(HttpStatusCode code, Type expected)
    {
        using var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);
        using var away = new FalsePlatform(code, """{"error":"invalid_client"}""");

        Assert.IsType(expected, await Make(platform, away).Send(Addressed(Some()), Cancel));
        Assert.Empty(platform.Asked);
    }

    [Fact]
    public async Task A_login_that_cannot_be_reached_means_try_later()
    {
        using var away = new FalsePlatform(new HttpRequestException(HttpRequestError.ResponseEnded));

        Assert.IsType<Delivery.TryLater>(await Make(new FalsePlatform(HttpStatusCode.OK, Accepted), away).Send(Addressed(Some()), Cancel));
    }

    [Theory]
    [InlineData(400, typeof(Delivery.Refused))]
    [InlineData(401, typeof(Delivery.Reconnect))]
    [InlineData(403, typeof(Delivery.Refused))]
    [InlineData(404, typeof(Delivery.Refused))]
    [InlineData(405, typeof(Delivery.Refused))]
    [InlineData(408, typeof(Delivery.TryLater))]
    [InlineData(412, typeof(Delivery.TryLater))]
    [InlineData(413, typeof(Delivery.Refused))]
    [InlineData(429, typeof(Delivery.TryLater))]
    [InlineData(500, typeof(Delivery.TryLater))]
    [InlineData(504, typeof(Delivery.TryLater))]
    public void Each_error_of_the_connector_is_of_one_class(int status, Type expected) =>
        Assert.IsType(expected, BotFrameworkErrors.Read(status, """{"error":{"code":"ServiceError","message":"m"}}""", null));

    [Fact]
    public void The_channels_own_word_on_when_to_come_again_is_kept() =>
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.IsType<Delivery.TryLater>(BotFrameworkErrors.Read(429, "", TimeSpan.FromSeconds(5))).After);
}
