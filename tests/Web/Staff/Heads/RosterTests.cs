using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Data;
using ChatBot.Web.Staff.Heads;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Heads;

public sealed class RosterTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task Whoever_sits_now_is_on_duty_and_put_in_twice_they_stand_there_once(Database database)
    {
        await using var house = await House.Open(database);
        var hoa = await house.Advisor();
        var roster = house.Get<Roster>();
        var morning = new DutyTime(Monday, Sitting.Morning);
        await roster.Add(morning, hoa.Id, "lan", Cancel);
        await roster.Add(morning, hoa.Id, "lan", Cancel);

        Assert.Equal(hoa.Id, Assert.Single(await roster.Now(Cancel)).Who.Id);
        house.Clock.SetUtcNow(SomeCases.At(23, 11, 30));
        Assert.Empty(await roster.Now(Cancel));

        await roster.Remove(morning, hoa.Id, "lan", Cancel);
        Assert.Empty(await roster.Between(Monday, Monday, Cancel));
        Assert.Equal(["duty-added", "duty-removed"], await house.Read(db => db.Audit.OrderBy(it => it.Id).Select(it => it.What).ToListAsync(Cancel)));
        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));
    }

    [Fact]
    public async Task A_head_fills_the_week_and_an_advisor_only_reads_it()
    {
        await using var site = await DeskSite.Open(browser);
        var nam = await site.Employ("Anh Nam", "nam@union.example");
        var head = await site.Head("/staff/lich-truc");
        await head.GetByLabel("Người trực", new() { Exact = true }).SelectOptionAsync("Anh Nam");
        await head.Tap("Thêm vào lịch");
        await Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("ít nhất một buổi");
        await head.GetByLabel("buổi sáng", new() { Exact = true }).CheckAsync();
        await head.GetByLabel("buổi chiều", new() { Exact = true }).CheckAsync();
        await head.Tap("Thêm vào lịch");
        await head.Tap("Bỏ Anh Nam, buổi chiều Thứ Hai, 23/11");
        await Expect(head.GetByRole(AriaRole.Button, new() { Name = "Bỏ Anh Nam" })).ToHaveCountAsync(1);
        await head.ScreenshotAsync(new() { Path = Browser.Picture("heads-roster-360"), FullPage = true, Timeout = 60_000 });
        Assert.Empty(await Browser.Barriers(head));
        await head.GotoAsync(site.House.Address + "/staff/so-lieu");
        await Expect(head.GetByRole(AriaRole.Row, new() { Name = "Anh Nam buổi sáng" })).ToBeVisibleAsync();

        var advisor = await site.AtDesk(nam);
        await advisor.GotoAsync(site.House.Address + "/staff/lich-truc");
        await Expect(advisor.Locator(".seats").First).ToContainTextAsync("Anh Nam");
        await Expect(advisor.GetByRole(AriaRole.Button, new() { Name = "Thêm vào lịch" })).ToHaveCountAsync(0);
        await Expect(advisor.GetByRole(AriaRole.Button, new() { Name = "Bỏ" })).ToHaveCountAsync(0);
    }
}
