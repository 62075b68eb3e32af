using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Channels.WebChat;
using ChatBot.Web.Tests.Houses;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Tests.Channels;

/// <summary>How far the links to our own pages reach.</summary>
public sealed class SiteLinksTests
{
    private static readonly CardAction Law = CardAction.OpenUrl("Xem điều luật", "/dieu-luat/45-2019-QH14/35#khoan-1");

    private static readonly CardAction More = CardAction.PostBack("Chi tiết", "#chi-tiet:a");

    [Theory]
    [InlineData("messenger:1:24", "https://hoidap.example.vn/", "https://hoidap.example.vn/dieu-luat/45-2019-QH14/35#khoan-1")]
    [InlineData("messenger:1:24", null, null)]
    [InlineData("webchat:site:dl_1", null, "/dieu-luat/45-2019-QH14/35#khoan-1")]
    [InlineData("webchat:site:dl_1", "https://hoidap.example.vn", "/dieu-luat/45-2019-QH14/35#khoan-1")]
    public void A_link_is_whole_outside_or_is_left_out(string conversation, string? url, string? expected)
    {
        var reply = Links(url).Reach(Answer(More, Law), conversation);

        var buttons = HeroCard.From(Assert.Single(reply.Attachments!))!.Buttons!;
        Assert.Equal(expected, buttons.SingleOrDefault(it => it.Type == "openUrl")?.Payload);
        Assert.Contains(buttons, it => it.Payload == "#chi-tiet:a");
    }

    [Fact]
    public void A_card_that_held_only_the_link_is_gone() => Assert.Null(Links(null).Reach(Answer(Law), "messenger:1:24").Attachments);

    [Fact]
    public void Links_to_elsewhere_stay() =>
        Assert.NotNull(Links(null).Reach(Answer(CardAction.OpenUrl("Trang", "https://congdoan.example.vn")), "messenger:1:24").Attachments);

    [Fact]
    public void Messenger_opens_the_page()
    {
        var reply = Links("https://hoidap.example.vn").Reach(Answer(More, Law), "messenger:1:24");

        var body = MessengerReply.Write(new Parcel(1, new Address("1", "24"), reply, false, null), null);

        Assert.Contains("{\"type\":\"web_url\",\"title\":\"Xem điều luật\",\"url\":\"https://hoidap.example.vn/dieu-luat/45-2019-QH14/35#khoan-1\"}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_stops_the_start_and_says_what_to_write()
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => House.Open(Database.Sqlite, plan => plan.Settings["Site:Url"] = "hoidap.example.vn"));

        Assert.Contains("https://hoidap.congdoan.example.vn", wrong.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(null, "Nút mở điều luật ngoài trang web: tắt, chưa có cài đặt Site:Url"), InlineData("https://hoidap.example.vn", "Nút mở điều luật ngoài trang web: bật")]
    public async Task The_start_says_whether_links_reach_out(string? url, string words)
    {
        await using var house = await House.Open(Database.Sqlite, plan => plan.Settings["Site:Url"] = url);
        await using var screen = new StringWriter();

        await Greeting.Print(house.Get<IServiceProvider>(), screen);

        Assert.Contains(words, screen.ToString(), StringComparison.Ordinal);
    }

    private static SiteLinks Links(string? url) => new(Options.Create(new SiteOptions { Url = url }), [new WebChatChannel(new WebChatSignals()), new FalseChannel()]);

    private static Activity Answer(params CardAction[] buttons) => new() { Text = "Câu trả lời.", Attachments = [new HeroCard(Buttons: buttons).ToAttachment()] };
}
