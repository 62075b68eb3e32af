using ChatBot.Web.Advisors;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Zalo;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

/// <summary>What an advisor sees of a platform that counts messages.</summary>
public sealed class ZaloDeskTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(null, new string[0])]
    [InlineData(10, new string[0])]
    [InlineData(9, new[] { "còn 9 tin · Zalo" })]
    [InlineData(2, new[] { "còn 2 tin · Zalo!" })]
    [InlineData(0, new[] { "hết tin gửi · Zalo!!" })]
    public void Few_messages_are_counted_and_none_is_said(int? left, string[] expected)
    {
        var conversation = new ConversationRow { Id = "zalo:7:24", Channel = "zalo", Page = "7", Person = "24", Case = 1 };

        var clocks = ClockWords.Of(conversation, new Clocks(null, Window.Always with { MessagesLeft = left }), Now);

        Assert.Equal(expected, clocks.Select(it => it.Text + (it.IsOver ? "!!" : it.IsNear ? "!" : "")));
    }

    [Fact]
    public async Task The_desk_shows_what_is_left_and_why_nothing_goes_any_more()
    {
        using var zalo = new FalseZalo { Left = 2 };
        await using var site = await DeskSite.Open(browser, zalo.Furnish);
        await site.House.Get<ZaloTokens>().Keep(FalseZalo.Account, zalo.Consent(), TestContext.Current.CancellationToken);
        using var caller = new ZaloCaller(site.House);
        await caller.Text("24", "z1", "gặp tư vấn viên");
        await site.House.Quiet();
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: "/staff/hoi-thoai/" + Uri.EscapeDataString(caller.Conversation("24")));
        await page.Tap("Nhận");
        await Expect(page.GetByText("còn 2 tin · Zalo").Last).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture("zalo-left-360") });

        zalo.AnswersNext(-218);
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chào em, chị là Hoa.");
        await page.Tap("Gửi");
        await Expect(page.GetByText("hết tin gửi · Zalo").Last).ToBeVisibleAsync();
        await Expect(page.GetByText("đã hết số tin được nhắn tới người này").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Zalo không cho nhắn thêm tới người này nữa").First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture("zalo-none-left-360") });
        Assert.Empty(await Browser.Barriers(page));
    }
}
