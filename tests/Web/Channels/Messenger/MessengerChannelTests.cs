using System.Net;
using System.Text.Json;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Messenger;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.Messenger;

public sealed class MessengerChannelTests : ChannelContract
{
    protected override string Accepted => """{"recipient_id":"24","message_id":"m_out_1"}""";

    private static readonly IOptions<MessengerOptions> Settings =
        Options.Create(new MessengerOptions { VerifyToken = "v", AppSecret = "bi-mat-thu", AppId = "111", Pages = [new() { Id = "1", AccessToken = "MA_TRANG_THU" }] });

    protected override Channel Make(HttpMessageHandler platform) =>
        new MessengerChannel(new HttpClient(platform), new MessengerFiles(new HttpClient(platform), Settings), Settings, new FakeTimeProvider(Now));

    [Fact]
    public async Task A_message_goes_to_its_page_with_the_token_and_its_proof()
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);

        await Make(platform).Send(Some(), Cancel);

        var (address, body) = Assert.Single(platform.Asked);
        Assert.Equal("https://graph.facebook.com/v25.0/1/messages?access_token=MA_TRANG_THU&appsecret_proof=c7aa619374f468f1352a2d3c8bc7c5048e0ae6bd0f767e380bd9bf707da89a73", address.ToString());
        using var json = JsonDocument.Parse(body);
        Assert.Equal("24", json.RootElement.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("RESPONSE", json.RootElement.GetProperty("messaging_type").GetString());
        Assert.Equal("outbox:7", json.RootElement.GetProperty("message").GetProperty("metadata").GetString());
    }

    [Fact]
    public async Task A_page_without_a_token_asks_to_be_connected() =>
        Assert.IsType<Delivery.Reconnect>(await Make(new FalsePlatform(HttpStatusCode.OK, Accepted)).Send(Some() with { To = new Address("2", "24") }, Cancel));

    [Theory]
    [InlineData(-1, false, "RESPONSE", null)]
    [InlineData(-24 * 60 - 1, true, "MESSAGE_TAG", "HUMAN_AGENT")]
    [InlineData(-1, true, "RESPONSE", null)]
    public async Task After_24_hours_only_a_persons_text_goes_and_carries_the_tag(int minutes, bool byPerson, string type, string? tag)
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);

        await Make(platform).Send(Some(byPerson: byPerson) with { LastHeardAt = Now.AddMinutes(minutes) }, Cancel);

        using var json = JsonDocument.Parse(platform.Asked.Single().Body);
        Assert.Equal(type, json.RootElement.GetProperty("messaging_type").GetString());
        Assert.Equal(tag, json.RootElement.TryGetProperty("tag", out var given) ? given.GetString() : null);
    }

    [Theory]
    [InlineData("image/png", "image")]
    [InlineData("image/webp", "file")]
    [InlineData("application/pdf", "file")]
    public async Task A_file_goes_with_its_bytes_in_a_form(string mediaType, string type)
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);

        await Make(platform).Send(WithFile(mediaType), Cancel);

        var form = Assert.Single(platform.Asked).Body;
        Assert.Contains("{\"id\":\"24\"}", form, StringComparison.Ordinal);
        Assert.Contains("name=\"messaging_type\"\r\n\r\nRESPONSE", form, StringComparison.Ordinal);
        Assert.Contains($$$"""{"attachment":{"type":"{{{type}}}","payload":{}},"metadata":"outbox:7"}""", form, StringComparison.Ordinal);
        Assert.Contains($"Content-Type: {mediaType}", form, StringComparison.Ordinal);
        Assert.Contains("name=\"filedata\"; filename=\"hop-dong.pdf\"\r\n", form, StringComparison.Ordinal);
        Assert.Contains("byte", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_does_not_go_with_the_tag_for_typed_words()
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);

        Assert.IsType<Delivery.OutsideWindow>(await Make(platform).Send(WithFile("image/png") with { LastHeardAt = Now.AddHours(-24).AddSeconds(-1) }, Cancel));
        Assert.Empty(platform.Asked);
    }

    [Fact]
    public void Files_may_go_for_24_hours_to_the_second()
    {
        var window = Make(new FalsePlatform(HttpStatusCode.OK, Accepted)).WindowFor(Now);

        Assert.True(window.IsOpenForFiles(Now.AddHours(24)));
        Assert.False(window.IsOpenForFiles(Now.AddHours(24).AddSeconds(1)));
    }

    private static Parcel WithFile(string mediaType) => Some("", byPerson: true) with { File = new ParcelFile("Hợp đồng.pdf", mediaType, [.. "byte"u8]) };

    [Theory]
    [InlineData("23:59:59", true, true, null)]
    [InlineData("1.00:00:00", true, true, null)]
    [InlineData("1.00:00:01", false, true, "HUMAN_AGENT")]
    [InlineData("6.23:59:59", false, true, "HUMAN_AGENT")]
    [InlineData("7.00:00:00", false, true, "HUMAN_AGENT")]
    [InlineData("7.00:00:01", false, false, "HUMAN_AGENT")]
    public async Task The_window_is_24_hours_for_the_bot_and_7_days_for_a_person_to_the_second(string since, bool bot, bool person, string? tag)
    {
        var platform = new FalsePlatform(HttpStatusCode.OK, Accepted);
        var (channel, heard) = (Make(platform), Now - TimeSpan.Parse(since, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((bot, person), (channel.WindowFor(heard).IsOpen(Now, byPerson: false), channel.WindowFor(heard).IsOpen(Now, byPerson: true)));
        await channel.Send(Some(byPerson: true) with { LastHeardAt = heard }, Cancel);
        using var json = JsonDocument.Parse(platform.Asked.Single().Body);
        Assert.Equal(tag, json.RootElement.TryGetProperty("tag", out var given) ? given.GetString() : null);
    }

    [Fact]
    public void Nobody_may_begin_with_a_person_who_never_wrote() =>
        Assert.False(Make(new FalsePlatform(HttpStatusCode.OK, Accepted)).WindowFor(null).IsOpen(Now, byPerson: true));

    [Theory]
    [InlineData(400, 10, 2018278, typeof(Delivery.OutsideWindow))]
    [InlineData(400, 10, 2534022, typeof(Delivery.OutsideWindow))]
    [InlineData(400, 190, 463, typeof(Delivery.Reconnect))]
    [InlineData(401, 190, 0, typeof(Delivery.Reconnect))]
    [InlineData(400, 368, 0, typeof(Delivery.Reconnect))]
    [InlineData(400, 613, 0, typeof(Delivery.TryLater))]
    [InlineData(400, 613, 2018338, typeof(Delivery.Refused))]
    [InlineData(400, 4, 0, typeof(Delivery.TryLater))]
    [InlineData(400, 2, 0, typeof(Delivery.TryLater))]
    [InlineData(400, 1200, 0, typeof(Delivery.TryLater))]
    [InlineData(400, 551, 1545041, typeof(Delivery.Refused))]
    [InlineData(403, 200, 1545041, typeof(Delivery.Refused))]
    [InlineData(400, 100, 2018001, typeof(Delivery.Refused))]
    [InlineData(400, 100, 0, typeof(Delivery.Refused))]
    [InlineData(400, 10, 2018300, typeof(Delivery.Refused))]
    [InlineData(503, 0, 0, typeof(Delivery.TryLater))]
    public void Each_error_of_the_platform_is_of_one_class(int status, int code, int subcode, Type expected) =>
        Assert.IsType(expected, MessengerErrors.Read(status, $$$"""{"error":{"message":"m","code":{{{code}}},"error_subcode":{{{subcode}}},"fbtrace_id":"t"}}"""));

    [Fact]
    public void A_hint_that_the_trouble_passes_is_believed() =>
        Assert.IsType<Delivery.TryLater>(MessengerErrors.Read(400, """{"error":{"code":999,"is_transient":true}}"""));
}
