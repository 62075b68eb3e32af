using ChatBot.Web.Conversations;
using ChatBot.Web.Staff.Heads;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Heads;

public sealed class UnitTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task No_two_teams_have_one_name_and_every_change_is_in_the_trail(Database database)
    {
        await using var house = await House.Open(database);
        var book = house.Get<UnitBook>();
        var given = new UnitGiven("Tổ Pháp lý", new(2026, 1, 1), null);
        Assert.True(await book.Add(given, "lan", Cancel));
        Assert.False(await book.Add(given, "lan", Cancel));
        Assert.True(await book.Add(given with { Name = "Tổ Lưu động" }, "lan", Cancel));
        var second = (await book.Units(Cancel)).Single(it => it.Name == "Tổ Lưu động");

        Assert.False(await book.Change(second.Id, given, "lan", Cancel));
        Assert.True(await book.Change(second.Id, given with { Name = "Tổ Lưu động", Until = new(2026, 12, 31) }, "lan", Cancel));

        Assert.Equal(new DateOnly(2026, 12, 31), (await book.Units(Cancel)).Single(it => it.Id == second.Id).Until);
        Assert.Equal(["unit-added", "unit-added", "unit-changed"], await house.Read(db => db.Audit.OrderBy(it => it.Id).Select(it => it.What).ToListAsync(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Whose_employer_is_noted_may_not_open_a_case_about_it(Database database)
    {
        await using var house = await House.Open(database);
        var hoa = await house.Advisor();
        await SomeCases.Bring(house, SomeCases.Of(1, SomeCases.At(23, 9, 0)));
        await house.Read(db => db.Conversations.ExecuteUpdateAsync(it => it.SetProperty(row => row.Employer, "Công ty May Hòa Bình"), Cancel));

        await house.Get<UnitBook>().Assign(hoa.Id, null, "  Cty A \r\n\r\nCÔNG TY MAY HÒA BÌNH\r\n", "lan", Cancel);

        var now = await house.Read(db => db.Users.AsNoTracking().SingleAsync(it => it.Id == hoa.Id, Cancel));
        Assert.Equal("Cty A\nCÔNG TY MAY HÒA BÌNH", now.Employers);
        Assert.Equal(HandoffResult.Conflict, await house.Get<Handoffs>().Open("webchat:p1:1", new DeskSight(now), Cancel));
        Assert.DoesNotContain(await house.Read(db => db.Audit.ToListAsync(Cancel)), it => it.Detail!.Contains("MAY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_head_makes_a_team_puts_somebody_into_it_and_notes_where_they_work()
    {
        await using var site = await DeskSite.Open(browser);
        var nam = await site.Employ("Anh Nam", "nam@union.example");
        var head = await site.Head("/staff/don-vi");
        await head.GetByLabel("Tên đơn vị").FillAsync("Tổ Pháp lý");
        await head.Tap("Thêm đơn vị");
        await Expect(head.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã lưu đơn vị Tổ Pháp lý.");

        await head.Locator("summary", new() { HasText = "Anh Nam" }).ClickAsync();
        await head.GetByLabel("Đơn vị của Anh Nam").SelectOptionAsync("Tổ Pháp lý");
        await head.GetByLabel("Nơi Anh Nam làm việc").FillAsync("Công ty May Hòa Bình");
        await head.ScreenshotAsync(new() { Path = Browser.Picture("heads-units-360"), FullPage = true, Timeout = 60_000 });
        Assert.Empty(await Browser.Barriers(head));
        await head.Tap("Lưu Anh Nam");
        await Expect(head.Locator("summary", new() { HasText = "Anh Nam" })).ToContainTextAsync("Tổ Pháp lý");
        Assert.Equal("Công ty May Hòa Bình", await site.House.Read(db => db.Users.Where(it => it.Id == nam.Id).Select(it => it.Employers).SingleAsync(Cancel)));
    }
}
