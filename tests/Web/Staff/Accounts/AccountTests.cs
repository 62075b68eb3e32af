using ChatBot.Web.Staff;
using ChatBot.Web.Staff.Accounts;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Accounts;

public sealed class AccountTests(Browser browser) : IClassFixture<Browser>
{
    private const string An = "/staff/hoi-thoai/false%3Ap1%3Aan";

    private const string Next = "một hai ba bốn";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Name_and_password_are_changed_and_other_browsers_are_signed_out()
    {
        await using var site = await DeskSite.Open(browser);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var other = await site.AtDesk(hoa);
        var page = await site.Visit(AccountPaths.Account, scripts: false);
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await page.GetByLabel("Tên người lao động").FillAsync("  Chị Hòa ");
        await page.Tap("Lưu tên");
        await Expect(page.Locator(".gift")).ToHaveTextAsync("Đã lưu tên.");
        await Expect(page.GetByLabel("Tài khoản: Chị Hòa")).ToBeVisibleAsync();

        await page.ChangePassword("sai rồi nhé", Next);
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Mật khẩu hiện nay không đúng. Chưa có gì thay đổi.");
        await page.ChangePassword(DeskSite.Password, "ngắn");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ít nhất 10 ký tự");
        await page.ChangePassword(DeskSite.Password, Next);
        await Expect(page.Locator(".gift")).ToContainTextAsync("Đã đổi mật khẩu.");

        site.House.Clock.Advance(StaffSetup.LooksAgainAfter + TimeSpan.FromSeconds(1));
        await other.GotoAsync(site.House.Address + AccountPaths.Account);
        await Expect(other.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");
        await other.SignIn("hoa@union.example", Next);
        await Expect(other).ToHaveURLAsync(site.House.Address + AccountPaths.Account);
        Assert.Equal(["renamed", "password-changed"], await site.House.Read(db => db.Audit.OrderBy(it => it.Id).Select(it => it.What).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task An_open_browser_cannot_be_used_to_guess_the_password()
    {
        await using var site = await DeskSite.Open(browser);
        await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.Visit(AccountPaths.Account, scripts: false);
        await page.SignIn("hoa@union.example", DeskSite.Password);
        for (var i = 0; i < 5; i++)
            await page.ChangePassword("sai rồi nhé", Next);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tạm khóa");
        await page.ChangePassword(DeskSite.Password, Next);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tạm khóa");
    }

    [Fact]
    public async Task Signed_out_everywhere_an_open_desk_does_nothing_more_at_once_and_closes_soon()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var (desk, idle) = (await site.AtDesk(hoa, at: An), await site.AtDesk(hoa));
        var phone = await site.Visit(AccountPaths.Account, scripts: false);
        await phone.SignIn("hoa@union.example", DeskSite.Password);
        await phone.Tap("Đăng xuất mọi nơi");
        await Expect(phone.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");

        await desk.Tap("Nhận");
        await Expect(desk.GetByText("Phiên làm việc đã hết.")).ToBeVisibleAsync();
        Assert.Null(await site.House.Read(db => db.Conversations.Select(it => it.Owner).SingleAsync(Cancel)));
        site.House.Clock.Advance(StaffSetup.LooksAgainAfter + TimeSpan.FromSeconds(1));
        // Nobody touches this one: it closes by itself, by the real clock.
        await Expect(idle.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập", new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task A_head_signs_a_colleague_out_and_shutting_an_account_does_so_too()
    {
        await using var site = await DeskSite.Open(browser);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var head = await site.AtDesk(await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));
        await head.GotoAsync(site.House.Address + "/staff/nguoi-dung");
        foreach (var button in (string[])["Đăng xuất mọi nơi Chị Hoa", "Ngừng"])
        {
            var page = await site.Visit(AccountPaths.Account, scripts: false);
            await page.SignIn("hoa@union.example", DeskSite.Password);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tài khoản của tôi" })).ToBeVisibleAsync();
            await head.Tap(button);
            site.House.Clock.Advance(StaffSetup.LooksAgainAfter + TimeSpan.FromSeconds(1));
            await page.ReloadAsync();
            await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");
        }

        Assert.Equal([$"signed-out-everywhere {hoa.Id}", $"account-shut {hoa.Id}"], await site.House.Read(db => db.Audit.OrderBy(it => it.Id).Select(it => it.What + " " + it.Detail).ToListAsync(Cancel)));
    }
}

internal static class AccountMoves
{
    public static async Task ChangePassword(this IPage page, string before, string next)
    {
        await page.GetByLabel("Mật khẩu hiện nay").FillAsync(before);
        await page.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(next);
        await page.GetByLabel("Nhập lại mật khẩu mới").FillAsync(next);
        await page.Tap("Đổi mật khẩu");
    }
}
