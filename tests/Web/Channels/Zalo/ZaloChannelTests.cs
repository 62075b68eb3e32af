using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Zalo;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.Zalo;

public sealed class ZaloChannelTests : ChannelContract
{
    private static readonly IOptions<ZaloOptions> Settings = Options.Create(new ZaloOptions { AppId = "41", AppSecret = "bi-mat", OaSecretKey = "khoa" });

    private readonly List<string?> deadTokens = [];

    protected override string Accepted => """{"error":0,"message":"Success","data":{"message_id":"z9","user_id":"24","quota":{"quota_type":"reply","remain":"7","total":"8"}}}""";

    // Every token is called after those that died before it.
    protected override Channel Make(HttpMessageHandler platform) => Make(platform, (_, dead, _) =>
    {
        deadTokens.Add(dead);
        return Task.FromResult<ZaloAccess>(new ZaloAccess.Open($"{dead}t"));
    });

    private static ZaloChannel Make(HttpMessageHandler platform, ZaloDoor door) =>
        new(new ZaloApi(new HttpClient(platform), Settings), door, new ZaloFiles(new HttpClient(platform), Settings), new FakeTimeProvider(Now));

    [Fact]
    public async Task What_is_left_for_this_person_is_told()
    {
        Assert.Equal(7, (await Make(new FalsePlatform(HttpStatusCode.OK, Accepted)).Send(Some(), Cancel)).MessagesLeft);
        Assert.Null((await Make(new FalsePlatform(HttpStatusCode.OK, Accepted.Replace("\"7\"", "\"0\"", StringComparison.Ordinal))).Send(Some(), Cancel)).MessagesLeft);
        Assert.Equal(0, (await Make(new FalsePlatform(HttpStatusCode.OK, Error(-218))).Send(Some(), Cancel)).MessagesLeft);
    }

    [Theory]
    [InlineData(-216)]
    [InlineData(-220)]
    public async Task A_token_that_died_is_replaced_once(int code)
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Error(code));

        Assert.IsType<Delivery.Reconnect>(await Make(platform).Send(Some(), Cancel));
        Assert.Equal([null, "t"], deadTokens);
        Assert.Equal(2, platform.Asked.Count);
    }

    [Fact]
    public async Task An_account_that_is_not_connected_asks_to_be_and_one_whose_token_comes_soon_waits()
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);

        Assert.IsType<Delivery.Reconnect>(await Make(platform, (_, _, _) => Task.FromResult<ZaloAccess>(new ZaloAccess.Lost("kết nối lại"))).Send(Some(), Cancel));
        Assert.IsType<Delivery.TryLater>(await Make(platform, (_, _, _) => Task.FromResult<ZaloAccess>(new ZaloAccess.Later("đang đổi"))).Send(Some(), Cancel));
        Assert.Empty(platform.Asked);
    }

    [Theory, InlineData(-201), InlineData(-233)]
    public async Task Where_buttons_are_not_taken_the_words_go_alone(int code)
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Error(code));

        await Make(platform).Send(Some() with { Activity = new Activity { Text = "Mời chọn", SuggestedActions = new([], [new Tap(Tap.Advisor).Button("Gặp tư vấn viên")]) } }, Cancel);

        Assert.Equal(2, platform.Asked.Count);
        Assert.Contains("oa.query.hide", platform.Asked[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("oa.query.hide", platform.Asked[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png", "upload/image", "{\"media_type\":\"image\",\"attachment_id\":\"att-1\"}")]
    [InlineData("application/pdf", "upload/file", "{\"type\":\"file\",\"payload\":{\"token\":\"file-1\"}}")]
    public async Task A_file_is_put_at_Zalos_and_then_shown(string mediaType, string path, string shown)
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, """{"error":0,"data":{"attachment_id":"att-1","token":"file-1","message_id":"z9"}}""");

        Assert.IsType<Delivery.Done>(await Make(platform).Send(WithFile(mediaType), Cancel));

        Assert.Equal($"https://openapi.zalo.me/v2.0/oa/{path}", platform.Asked[0].Address.ToString());
        Assert.Contains("name=\"file\"; filename=\"hop-dong.pdf\"\r\n", platform.Asked[0].Body, StringComparison.Ordinal);
        Assert.Equal("https://openapi.zalo.me/v3.0/oa/message/cs", platform.Asked[1].Address.ToString());
        Assert.Contains(shown, JsonNode.Parse(platform.Asked[1].Body)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_of_file_that_Zalo_does_not_carry_is_refused_with_what_to_do()
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);

        Assert.Contains("đổi tệp", Assert.IsType<Delivery.Refused>(await Make(platform).Send(WithFile("image/webp"), Cancel)).Why, StringComparison.Ordinal);
        Assert.Empty(platform.Asked);
    }

    [Fact]
    public async Task A_connection_that_breaks_while_a_file_is_put_there_means_try_later() =>
        Assert.IsType<Delivery.TryLater>(await Make(new FalsePlatform(new HttpRequestException(HttpRequestError.ResponseEnded))).Send(WithFile("image/png"), Cancel));

    [Theory]
    [InlineData("2.00:00:00", true, true)]
    [InlineData("2.00:00:01", false, true)]
    [InlineData("7.00:00:00", false, true)]
    [InlineData("7.00:00:01", false, false)]
    public void The_window_is_48_hours_for_the_bot_and_7_days_for_a_person_to_the_second(string since, bool bot, bool person)
    {
        var window = Make(new FalsePlatform(HttpStatusCode.OK, Accepted)).WindowFor(Now - TimeSpan.Parse(since, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((bot, person, person), (window.IsOpen(Now, byPerson: false), window.IsOpen(Now, byPerson: true), window.IsOpenForFiles(Now)));
        Assert.False((window with { MessagesLeft = 0 }).IsOpen(Now, byPerson: true));
    }

    [Fact]
    public void Nobody_may_begin_with_a_person_who_never_wrote() =>
        Assert.False(Make(new FalsePlatform(HttpStatusCode.OK, Accepted)).WindowFor(null).IsOpen(Now, byPerson: true));

    [Theory]
    [InlineData(-32, typeof(Delivery.TryLater))]
    [InlineData(-200, typeof(Delivery.TryLater))]
    [InlineData(-234, typeof(Delivery.TryLater))]
    [InlineData(-211, typeof(Delivery.OutsideWindow))]
    [InlineData(-230, typeof(Delivery.OutsideWindow))]
    [InlineData(-232, typeof(Delivery.OutsideWindow))]
    [InlineData(-201, typeof(Delivery.Refused))]
    [InlineData(-213, typeof(Delivery.Refused))]
    [InlineData(-244, typeof(Delivery.Refused))]
    [InlineData(-100, typeof(Delivery.Refused))]
    [InlineData(-99999, typeof(Delivery.Refused))]
    [InlineData(-224, typeof(Delivery.Reconnect))]
    [InlineData(-221, typeof(Delivery.Reconnect))]
    [InlineData(-209, typeof(Delivery.Reconnect))]
    public async Task Each_error_comes_with_200_and_is_of_one_class(int code, Type expected) =>
        Assert.IsType(expected, await Make(new FalsePlatform(HttpStatusCode.OK, Error(code))).Send(Some(), Cancel));

    [Fact]
    public void What_may_not_go_at_night_goes_at_six()
    {
        var late = ZaloErrors.Read(new ZaloAnswer(HttpStatusCode.OK, -234, null), new(2026, 11, 23, 23, 30, 0, TimeSpan.FromHours(7)));
        var early = ZaloErrors.Read(new ZaloAnswer(HttpStatusCode.OK, -234, null), new(2026, 11, 23, 22, 0, 0, TimeSpan.Zero));

        Assert.Equal(TimeSpan.FromHours(6.5), Assert.IsType<Delivery.TryLater>(late).After);
        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<Delivery.TryLater>(early).After);
    }

    private static string Error(int code) => $$"""{"error":{{code}},"message":"m"}""";

    private static Parcel WithFile(string mediaType) => Some("", byPerson: true) with { File = new ParcelFile("Hợp đồng.pdf", mediaType, [.. "byte"u8]) };
}
