using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class DeskUnitsTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public async Task Another_teams_case_says_whom_to_ask_and_is_opened_from_all_teams(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        var (hoa, nam) = await TwoTeams(site);
        var page = await site.AtDesk(hoa, width, dark);
        await Expect(page.Locator(".entry .name")).ToHaveTextAsync(["Người lao động binh"]);
        await Expect(page.Locator(".entry")).Not.ToContainTextAsync("Tổ");
        await Expect(page.Locator(".scope")).ToContainTextAsync("Việc của Tổ Pháp lý và việc chưa chia.");
        await page.Picture($"units-own-{width}");
        Assert.Empty(await Browser.Barriers(page));

        await page.GotoAsync(site.House.Address + "/staff/hoi-thoai/false%3Ap1%3Aan");
        await Expect(page.GetByText($"Việc này của Tổ Tiền lương, không thuộc đơn vị của bạn. Bạn hỏi {nam.DisplayName} hoặc trưởng ban.")).ToBeVisibleAsync();
        await Expect(page.Locator(".talk").GetByText("gặp tư vấn viên")).ToHaveCountAsync(0);
        await page.Picture($"units-refused-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await page.Alive();
        await page.GetByRole(AriaRole.Link, new() { Name = "Vẫn mở, có ghi nhật ký" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("gặp tư vấn viên");
        Assert.Equal("opened-other-unit", await site.House.Read(db => db.Audit.Where(it => it.Who == hoa.Id).Select(it => it.What).SingleAsync(Cancel)));

        await page.GotoAsync(site.House.Address + "/staff");
        await page.Alive();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem mọi đơn vị" }).ClickAsync();
        await Expect(page.Locator(".entry")).ToHaveCountAsync(2);
        await Expect(page.Locator(".entry", new() { HasText = "Người lao động an" })).ToContainTextAsync("Tổ Tiền lương");
        await page.Picture($"units-all-{width}");
        Assert.Empty(await Browser.Barriers(page));
    }

    [Theory, InlineData(360, true), InlineData(1280, false)]
    public async Task A_case_about_ones_own_employer_shows_nothing_and_a_label_finds_the_others(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        var (hoa, nam) = await TwoTeams(site);
        await site.House.Get<CaseDeeds>().SetEmployer("false:p1:binh", nam, "Công ty Hòa Bình", Cancel);
        await site.House.Get<CaseDeeds>().AddLabel("false:p1:an", nam, "Nợ lương", Cancel);
        await site.House.Read(db => db.Users.Where(it => it.Id == hoa.Id).ExecuteUpdateAsync(it => it.SetProperty(row => row.Employers, "công ty hòa bình"), Cancel));
        var page = await site.AtDesk(hoa, width, dark);

        await Expect(page.Locator(".entry")).ToContainTextAsync("Liên quan nơi bạn làm việc; đồng nghiệp khác xử lý.");
        await Expect(page.Locator(".entry")).Not.ToContainTextAsync("binh");
        await page.Picture($"units-conflict-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await page.Locator(".entry").ClickAsync();
        await Expect(page.GetByText("Việc này liên quan đến nơi bạn làm việc, nên đồng nghiệp khác xử lý.")).ToBeVisibleAsync();

        await page.GotoAsync(site.House.Address + "/staff?pham-vi=moi-don-vi");
        await page.Alive();
        await page.Locator(".seek summary").ClickAsync();
        await page.GetByLabel("Nhãn").SelectOptionAsync("Nợ lương");
        await page.Picture($"units-filters-{width}");
        await page.Tap("Tìm");
        await page.Alive();
        await Expect(page.Locator(".entry .name")).ToHaveTextAsync(["Người lao động an"]);
        Assert.Empty(await Browser.Barriers(page));
    }

    [Theory, InlineData(360), InlineData(1280)]
    public async Task Whoever_talks_with_the_bot_has_a_list_and_can_be_taken_from_it(int width)
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("xin chào");
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.AtDesk(hoa, width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Với bot" }).ClickAsync();
        await Expect(page.Locator(".entry")).ToHaveCountAsync(1);
        await page.Picture($"desk-with-bot-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await page.Locator(".entry").ClickAsync();
        await page.Tap("Nhận");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToBeEnabledAsync();
        Assert.Equal(hoa.Id, await site.House.Read(db => db.Conversations.Select(it => it.Owner).SingleAsync(Cancel)));
    }

    // An waits with the team for wages, Bình with nobody's; Hoa is of the legal team.
    private static async Task<(StaffMember Hoa, StaffMember Nam)> TwoTeams(DeskSite site)
    {
        var (hoa, nam) = (await site.Employ("Chị Hoa", "hoa@union.example"), await site.Employ("Anh Nam", "nam@union.example"));
        await site.House.Hears("gặp tư vấn viên", "an");
        await site.House.Hears("gặp tư vấn viên", "binh");
        var (law, wages) = await site.House.Read(async db =>
        {
            var (one, other) = (new UnitRow { Name = "Tổ Pháp lý", From = new(2026, 1, 1) }, new UnitRow { Name = "Tổ Tiền lương", From = new(2026, 1, 1) });
            db.Units.AddRange(one, other);
            await db.SaveChangesAsync(Cancel);
            return (one.Id, other.Id);
        });
        await site.House.Read(db => db.Users.ExecuteUpdateAsync(it => it.SetProperty(row => row.Unit, row => row.Id == hoa.Id ? law : wages), Cancel));
        await site.House.Get<Handoffs>().PassToUnit("false:p1:an", wages, nam, Cancel);
        return (hoa, nam);
    }
}
