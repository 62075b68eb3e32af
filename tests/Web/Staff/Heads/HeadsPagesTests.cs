using System.Net;
using ChatBot.Web.Staff;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Heads;

public sealed class HeadsPagesTests(Browser browser) : IClassFixture<Browser>
{
    private const string Refused = "Bạn chưa có quyền xem trang này";

    [Theory, InlineData(360, false), InlineData(1280, false), InlineData(360, true)]
    public async Task The_figures_are_the_same_on_the_screen_and_in_the_export(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser, plan => plan.Clock.SetUtcNow(SomeCases.At(27, 16, 0)));
        await SomeCases.Bring(site.House);
        var head = await site.AtDesk(await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head), width, dark);
        await head.GotoAsync(site.House.Address + "/staff/so-lieu?ky=tuan");

        var shown = await head.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('[data-figure]')].map(row => [row.closest('section').querySelector('h2'), ...['name', 'value', 'unit', 'percent'].map(it => row.querySelector(`[data-${it}]`))].map(it => it?.textContent ?? '').join(','))
            """);
        var export = await head.APIRequest.GetAsync(site.House.Address + await head.GetByRole(AriaRole.Link, new() { Name = "Tải bảng tính" }).GetAttributeAsync("href"));
        Assert.Equal("text/csv; charset=utf-8", export.Headers["content-type"]);
        var lines = (await export.TextAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        // A name with a comma stands in quotes there.
        Assert.Equal(shown, lines.Skip(1).Select(it => it.Replace("\"", "", StringComparison.Ordinal)));
        Assert.Contains("Tổng quan,Mở trong kỳ,5,vụ,", shown);
        var bars = await head.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('[data-bar]')].map(bar => [bar.closest('tr').querySelector('[data-value]').textContent, bar.dataset.bar, Math.round(100 * bar.getBoundingClientRect().width / bar.closest('svg').getBoundingClientRect().width)].join(','))
            """);
        Assert.Contains("60,100,100", bars);
        Assert.Contains("20,33,33", bars);
        Assert.DoesNotContain("Bí Mật", await head.ContentAsync() + string.Concat(lines), StringComparison.Ordinal);

        await head.ScreenshotAsync(new() { Path = Browser.Picture($"heads-figures-{width}{(dark ? "-dark" : "")}"), FullPage = true });
        Assert.True(await head.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await Browser.Barriers(head));
    }

    [Fact]
    public async Task A_period_that_cannot_be_is_refused_in_words()
    {
        await using var site = await DeskSite.Open(browser);
        var head = await site.AtDesk(await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));
        await head.GotoAsync(site.House.Address + "/staff/so-lieu?ky=khoang&tu=2026-11-09&den=2026-11-01");
        await Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ngày cuối phải từ ngày đầu trở đi.");
        var export = await head.APIRequest.GetAsync(site.House.Address + "/staff/so-lieu.csv?ky=khoang&tu=2026-11-09&den=2026-11-01");
        Assert.Equal((int)HttpStatusCode.BadRequest, export.Status);
    }

    [Theory, InlineData("/staff/so-lieu"), InlineData("/staff/so-lieu.csv"), InlineData("/staff/don-vi"), InlineData("/staff/nhat-ky")]
    public async Task An_advisor_is_refused(string path)
    {
        await using var site = await DeskSite.Open(browser);
        var advisor = await site.AtDesk(await site.Employ("Anh Nam", "nam@union.example"));
        await Expect(advisor.GetByRole(AriaRole.Link, new() { Name = "Số liệu" })).ToHaveCountAsync(0);
        await advisor.GotoAsync(site.House.Address + path);
        await Expect(advisor.GetByRole(AriaRole.Heading)).ToHaveTextAsync(Refused);
    }

    [Fact]
    public async Task Nobody_unknown_reads_a_figure()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.Visit("/staff/so-lieu.csv");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");
    }
}
