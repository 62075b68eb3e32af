using ChatBot.Web.Tests.Browsing;
using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Reading;

/// <summary>The pages for every eye: small and wide screens, the dark, without scripts.</summary>
public sealed class ReadingEaseTests(LittleLaw law, Browser browser) : IClassFixture<LittleLaw>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("/dieu-luat", "documents")]
    [InlineData("/dieu-luat/45-2019-QH14", "document")]
    [InlineData("/dieu-luat/45-2019-QH14/35#khoan-1-diem-dd", "provision")]
    [InlineData("/dieu-luat/12-2022-ND-CP/17", "replaced")]
    [InlineData("/hoi-dap", "articles")]
    [InlineData("/hoi-dap/bao-truoc", "article")]
    [InlineData("/hoi-dap?tim=b%C3%A1o+tr%C6%B0%E1%BB%9Bc", "search")]
    [InlineData("/hoi-dap/khong-co", "not-found")]
    public async Task A_page_fits_its_screen_and_has_no_barrier(string path, string name)
    {
        foreach (var (width, dark) in ((int, bool)[])[(360, false), (360, true), (1280, false)])
        {
            await using var context = await browser.Visit(width, dark: dark);
            var page = await context.NewPageAsync();
            await page.GotoAsync(law.House.Address + path);

            Assert.Empty(await Browser.Barriers(page));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}");
            await page.ScreenshotAsync(new() { Path = Browser.Picture($"reading-{name}-{width}{(dark ? "-dark" : "")}"), FullPage = true });
        }
    }

    [Fact]
    public async Task The_search_box_works_without_scripts_and_by_keyboard()
    {
        await using var context = await browser.Visit(scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(law.House.Address + "/hoi-dap");

        await page.GetByLabel("Bạn muốn hỏi gì?").FillAsync("nghỉ việc báo trước bao lâu");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nghỉ việc phải báo trước bao nhiêu ngày" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Điều 35 khoản 1 Bộ luật Lao động" }).ClickAsync();

        Assert.EndsWith("/dieu-luat/45-2019-QH14/35#khoan-1", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_the_web_chat_opens_the_law_it_rests_on()
    {
        await using var context = await browser.Visit();
        var page = await context.NewPageAsync();
        await page.GotoAsync(law.House.Address);

        await page.GetByLabel("Câu hỏi của bạn").FillAsync("nghỉ việc báo trước bao lâu");
        await page.Keyboard.PressAsync("Enter");
        var opened = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Xem điều luật" }).ClickAsync());
        await opened.WaitForLoadStateAsync();

        Assert.EndsWith("/dieu-luat/45-2019-QH14/35#khoan-1", opened.Url, StringComparison.Ordinal);
        Assert.Contains("Điều 35", await opened.TitleAsync(), StringComparison.Ordinal);
        await page.ScreenshotAsync(new() { Path = Browser.Picture("reading-chat-360") });
    }
}
