using System.Diagnostics;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class DeskTests(Browser browser) : IClassFixture<Browser>
{
    [Theory, InlineData(360), InlineData(1280)]
    public async Task An_advisor_takes_answers_and_ends_and_the_bot_is_silent_meanwhile(int width)
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width);
        await Expect(page.GetByText("Không ai đang chờ")).ToBeVisibleAsync();
        await page.Picture($"desk-empty-{width}");

        await site.House.Hears("cho em hỏi công ty trả lương chậm 2 tháng rồi, em phải làm sao ạ");
        var watch = Stopwatch.StartNew();
        await site.House.Brings(Some.Message("gặp tư vấn viên"));
        await Expect(page.Locator(".entry")).ToBeVisibleAsync();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}");
        await Expect(page).ToHaveTitleAsync("(1) Bàn tư vấn Công đoàn");
        await page.Picture($"desk-waiting-{width}");
        Assert.Empty(await Browser.Barriers(page));

        await page.Locator(".entry").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("trả lương chậm 2 tháng");
        await page.Picture($"desk-before-taking-{width}");
        await page.Tap("Nhận");
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Chị Hoa đã nhận cuộc trò chuyện.");
        await page.Answer("Chào em, chị là Hoa ở Công đoàn.\nCông ty em tên gì, chậm lương từ tháng mấy?");
        await Expect(page.Locator(".advisor .meta")).ToContainTextAsync("đã gửi");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("");
        Assert.Equal("Chào em, chị là Hoa ở Công đoàn.\nCông ty em tên gì, chậm lương từ tháng mấy?", site.House.Channel.Texts[^1]);

        var said = site.House.Channel.Carried.Count;
        await site.House.Hears("dạ công ty May Sông Lam, từ tháng 9 ạ");
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("May Sông Lam");
        Assert.Equal(said, site.House.Channel.Carried.Count);
        await page.Picture($"desk-answering-{width}");
        Assert.Empty(await Browser.Barriers(page));

        await page.Choose("Kết thúc", "Đã hướng dẫn");
        await Expect(page.GetByText("Bot đang trả lời. Bạn nhận thì bot im lặng.")).ToBeVisibleAsync();
        await site.House.Hears("cảm ơn chị");
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Từ đây mình, trợ lý tự động, lại trả lời bạn");
        await page.Picture($"desk-ended-{width}");
    }
}
