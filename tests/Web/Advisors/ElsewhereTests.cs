using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class ElsewhereTests(Browser browser) : IClassFixture<Browser>
{
    private const string An = "false:p1:an";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public async Task The_owner_notes_that_the_worker_also_writes_on_zalo_and_takes_it_back(int width, bool dark)
    {
        using var zalo = new FalseZalo();
        await using var site = await DeskSite.Open(browser, zalo.Furnish);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        await TwoTalks(site, hoa);
        var page = await site.AtDesk(hoa, width, dark, "/staff/hoi-thoai/" + Uri.EscapeDataString(An));
        var fold = page.GetByText("Cũng nhắn ở kênh khác?");
        await page.Locator(".case > summary").ClickAsync();
        await Expect(page.GetByText("Người đang giữ vụ việc lập được phiếu chuyển.")).ToBeVisibleAsync();
        await Expect(fold).ToHaveCountAsync(0);
        await page.Tap("Nhận");

        await fold.ClickAsync();
        await Seek(page, " ");
        await Expect(page.GetByText("Bạn gõ tên hoặc vài chữ họ đã nhắn.")).ToBeVisibleAsync();
        await Seek(page, "tran nobody");
        await Expect(page.GetByText("Không thấy cuộc nào có “tran nobody”. Bạn thử ít chữ hơn.")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Picture($"elsewhere-none-{width}");
        await Seek(page, "nguyen an");
        var found = page.GetByRole(AriaRole.Button, new() { Name = "Cùng một người với Nguyễn An" });
        await Expect(found).ToContainTextAsync("Zalo, nhắn lần cuối 09:00");
        await Expect(found).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Picture($"elsewhere-found-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await found.PressAsync("Enter");

        var also = Also(page);
        await Expect(also).ToBeVisibleAsync();
        await Expect(page.Locator("#kenh-khac")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Tìm tên, nội dung hoặc số vụ việc")).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Chị Hoa ghi: người này cũng nhắn trên Zalo.");
        await Expect(page.Locator("section[aria-labelledby=lan-truoc] li")).ToContainTextAsync(["Zalo"]);
        await page.Picture($"elsewhere-linked-{width}");
        await page.Locator("#lan-truoc").ScrollIntoViewIfNeededAsync();
        await page.Picture($"elsewhere-earlier-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await also.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nguyễn An", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cũng nhắn trên false" }).ClickAsync();

        await page.Locator(".case > summary").ClickAsync();
        await page.Tap("Bỏ liên kết");
        await Expect(also).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Chị Hoa đã bỏ ghi chú người này cũng nhắn trên Zalo.");
        await Expect(page.Locator("#lan-truoc")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_a_colleague_noted_meanwhile_is_said_and_whoever_may_not_open_the_other_sees_nothing_of_it()
    {
        using var zalo = new FalseZalo();
        await using var site = await DeskSite.Open(browser, zalo.Furnish);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var other = await TwoTalks(site, hoa);
        await site.House.Get<Handoffs>().Take(An, hoa, Cancel);
        var page = await site.AtDesk(hoa, at: "/staff/hoi-thoai/" + Uri.EscapeDataString(An));
        await page.Locator(".case > summary").ClickAsync();
        await page.GetByText("Cũng nhắn ở kênh khác?").ClickAsync();
        await Seek(page, "nguyen an");
        var found = page.GetByRole(AriaRole.Button, new() { Name = "Cùng một người với Nguyễn An" });
        await Expect(found).ToBeVisibleAsync();
        await site.House.Get<PersonLinks>().Link(An, other, new DeskSight(hoa), Cancel);
        await Expect(Also(page)).ToBeVisibleAsync();
        await found.ClickAsync();
        await Expect(page.GetByText("Đã như vậy rồi: có người vừa làm trước.")).ToBeVisibleAsync();

        await site.House.Read(db => db.Conversations.Where(it => it.Id == other).ExecuteUpdateAsync(it => it.SetProperty(row => row.Employer, "May Sông Lam"), Cancel));
        await site.House.Read(db => db.Users.ExecuteUpdateAsync(it => it.SetProperty(staff => staff.Employers, "may song lam"), Cancel));
        await page.ReloadAsync();
        await page.Alive();

        await Expect(Also(page)).ToHaveCountAsync(0);
        await page.Locator(".case > summary").ClickAsync();
        await Expect(page.GetByText("Cũng nhắn ở kênh khác?")).ToBeVisibleAsync();
        await Expect(page.Locator("#lan-truoc")).ToHaveCountAsync(0);
    }

    private static ILocator Also(IPage page) => page.GetByRole(AriaRole.Link, new() { Name = "Cũng nhắn trên Zalo", Exact = true });

    private static async Task Seek(IPage page, string words)
    {
        await page.GetByLabel("Tìm tên, nội dung hoặc số vụ việc").FillAsync(words);
        await page.GetByLabel("Tìm tên, nội dung hoặc số vụ việc").PressAsync("Enter");
    }

    // On Zalo they were helped before; now they wait on the other channel.
    private static async Task<string> TwoTalks(DeskSite site, StaffMember hoa)
    {
        using var caller = new ZaloCaller(site.House);
        await caller.Text("24", "z1", "gặp tư vấn viên");
        await site.House.Quiet();
        var other = caller.Conversation("24");
        await site.House.Get<Handoffs>().End(other, hoa, CaseResult.Referred, Cancel);
        await site.House.Hears("gặp tư vấn viên");
        await Name(site, other, "Nguyễn An", "nguyen an");
        await Name(site, An, "Nguyễn Thị Hoài An", "nguyen thi hoai an");
        return other;
    }

    private static Task<int> Name(DeskSite site, string conversation, string name, string folded) =>
        site.House.Read(db => db.Conversations.Where(it => it.Id == conversation).ExecuteUpdateAsync(it => it.SetProperty(row => row.Name, name).SetProperty(row => row.FoldedName, folded), Cancel));
}
