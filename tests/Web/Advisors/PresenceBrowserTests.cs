using ChatBot.Web.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

/// <summary>Two advisors see each other reading and writing, and themselves never.</summary>
public sealed class PresenceBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string An = "/staff/hoi-thoai/false%3Ap1%3Aan";

    [Fact]
    public async Task Who_reads_and_who_writes_is_seen_in_the_list_and_in_the_conversation()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var list = await site.AtDesk(await site.Employ("Hùng", "hung@union.example"), width: 1280);
        var lan = await site.AtDesk(await site.Employ("Lan", "lan@union.example"), at: An);

        await Expect(list.Locator(".entry .present")).ToHaveTextAsync("Lan đang đọc");
        await list.Picture("desk-presence-list-1280");
        await list.Locator(".entry").ClickAsync();
        await Expect(list.Locator(".person .present")).ToHaveTextAsync("Lan đang đọc");
        await Expect(lan.Locator(".person .present")).ToHaveTextAsync("Hùng đang đọc");
        await lan.Tap("Nhận");
        await lan.GetByLabel("Câu trả lời của bạn").PressSequentiallyAsync("chào em");

        await Expect(list.Locator(".person .present")).ToHaveTextAsync("Lan đang viết…");
        await list.Picture("desk-presence-1280");
        await lan.Picture("desk-presence-360");
        Assert.Empty(await Browser.Barriers(list));
        await lan.Tap("Gửi");
        await Expect(list.Locator(".person .present")).ToHaveTextAsync("Lan đang đọc");
        await lan.GetByLabel("Về danh sách").ClickAsync();

        await Expect(list.Locator(".present")).ToHaveCountAsync(0);
        await Expect(lan.Locator(".entry .present")).ToHaveTextAsync("Hùng đang đọc");
    }

    [Fact]
    public async Task A_browser_that_falls_silent_is_forgotten()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var list = await site.AtDesk(await site.Employ("Hùng", "hung@union.example"), width: 1280);
        var lan = await site.AtDesk(await site.Employ("Lan", "lan@union.example"));
        var line = await Line.Of(lan);
        await lan.GotoAsync(site.House.Address + An);
        await Expect(list.Locator(".entry .present")).ToHaveTextAsync("Lan đang đọc");

        await line.Cut();
        await site.House.After(TimeSpan.FromSeconds(26));

        await Expect(list.Locator(".present")).ToHaveCountAsync(0);
    }
}
