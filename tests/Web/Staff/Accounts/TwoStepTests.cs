using ChatBot.Web.Data;
using ChatBot.Web.Staff;
using ChatBot.Web.Staff.Accounts;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Accounts;

public sealed class TwoStepTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(360, false), InlineData(360, true), InlineData(1280, false), InlineData(1280, true)]
    public async Task Somebody_switches_it_on_and_needs_a_code_or_a_recovery_code_from_then_on(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.AtDesk(hoa, width, dark);
        await page.GetByLabel("Tài khoản: Chị Hoa").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tài khoản của tôi" }).ClickAsync();
        await page.WholePicture($"account-{width}{(dark ? "-dark" : "")}");
        Assert.Empty(await Browser.Barriers(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "Bật đăng nhập hai bước" }).ClickAsync();
        var phone = await Telephone.Reads(site, page);
        await page.WholePicture($"two-step-set-up-{width}{(dark ? "-dark" : "")}");
        Assert.Empty(await Browser.Barriers(page));
        await page.GetByLabel("Nhập mã 6 số").FillAsync(phone.WrongCode);
        await page.Tap("Bật đăng nhập hai bước");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Mã không đúng.");
        await page.GetByLabel("Nhập mã 6 số").FillAsync(phone.Code);
        await page.Tap("Bật đăng nhập hai bước");
        var codes = (await page.GetByLabel("Mười mã dự phòng").InputValueAsync()).Split('\n');
        Assert.Equal(10, codes.Distinct().Count());
        await page.WholePicture($"two-step-codes-{width}{(dark ? "-dark" : "")}");
        Assert.Empty(await Browser.Barriers(page));
        await page.GotoAsync(site.House.Address + AccountPaths.TwoStep);
        await Expect(page.GetByLabel("Mười mã dự phòng")).ToHaveCountAsync(0);
        Assert.DoesNotContain(await site.House.Read(db => db.UserTokens.Select(it => it.Value).ToListAsync(Cancel)), it => it!.Contains(codes[0], StringComparison.Ordinal));

        var elsewhere = await site.Visit("/staff?muc=da-xong", width, dark, scripts: false);
        await elsewhere.SignIn("hoa@union.example", DeskSite.Password);
        await Expect(elsewhere.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Bước hai");
        await elsewhere.WholePicture($"two-step-sign-in-{width}{(dark ? "-dark" : "")}");
        Assert.True(await page.FitsItsWidth());
        await elsewhere.EnterCode(phone.NextCode);
        await Expect(elsewhere).ToHaveURLAsync(site.House.Address + "/staff?muc=da-xong");

        var lost = await site.Visit("/staff", width, dark, scripts: false);
        await lost.SignIn("hoa@union.example", DeskSite.Password);
        await lost.UseRecovery($" {codes[3].ToLowerInvariant()} ");
        await Expect(lost).ToHaveURLAsync(site.House.Address + "/staff");
        await lost.GotoAsync(site.House.Address + AccountPaths.Account);
        await Expect(lost.GetByText("Còn 9 mã dự phòng")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_code_and_a_recovery_code_count_once_and_wrong_ones_lock_the_account_until_its_time()
    {
        await using var site = await DeskSite.Open(browser);
        var (phone, codes) = await Telephone.Of(site, await site.Employ("Chị Hoa", "hoa@union.example"));
        var page = await site.Visit("/staff", scripts: false);
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await page.EnterCode(phone.Code);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Mã không đúng hoặc đã dùng.");
        await page.UseRecovery(codes[0]);
        await Expect(page).ToHaveURLAsync(site.House.Address + "/staff");

        var guesser = await site.Visit("/staff", scripts: false);
        await guesser.SignIn("hoa@union.example", DeskSite.Password);
        await guesser.UseRecovery(codes[0]);
        await Expect(guesser.GetByRole(AriaRole.Alert)).ToContainTextAsync("Mã dự phòng không đúng hoặc đã dùng.");
        for (var i = 0; i < 3; i++)
            await guesser.EnterCode(phone.WrongCode);
        await Expect(guesser.GetByRole(AriaRole.Alert)).ToContainTextAsync("Mã không đúng");
        await guesser.EnterCode(phone.WrongCode);
        await Expect(guesser.GetByRole(AriaRole.Alert)).ToContainTextAsync("Bạn thử lại sau 5 phút");
        await guesser.UseRecovery(codes[1]);
        await Expect(guesser.GetByRole(AriaRole.Alert)).ToContainTextAsync("tạm khóa");
        site.House.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await guesser.SignIn(site, "hoa@union.example");
        await Expect(guesser.GetByRole(AriaRole.Alert)).ToContainTextAsync("Bạn thử lại sau 1 phút");
        site.House.Clock.Advance(TimeSpan.FromSeconds(1));
        await guesser.SignIn(site, "hoa@union.example");
        await guesser.EnterCode(phone.NextCode);
        await Expect(guesser).ToHaveURLAsync(site.House.Address + "/staff");
    }

    [Fact]
    public async Task A_link_for_a_new_password_does_not_open_the_second_step()
    {
        await using var site = await DeskSite.Open(browser);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var (phone, _) = await Telephone.Of(site, hoa);
        var head = await site.AtDesk(await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));
        await head.GotoAsync(site.House.Address + "/staff/nguoi-dung");
        await head.Tap("Liên kết đặt mật khẩu");
        var link = (await head.GetByLabel("Liên kết mời").InputValueAsync())[site.House.Address.Length..];
        var page = await site.Visit(link, scripts: false);
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync("một hai ba bốn");
        await page.GetByLabel("Nhập lại mật khẩu").FillAsync("một hai ba bốn");
        await page.Tap("Đặt mật khẩu và vào bàn tư vấn");
        await page.SignIn("hoa@union.example", "một hai ba bốn");
        await page.EnterCode(phone.NextCode);
        await Expect(page).ToHaveURLAsync(site.House.Address + "/staff");
    }

    [Fact]
    public async Task Where_it_is_demanded_nobody_gets_anywhere_before_it_is_set_up()
    {
        await using var site = await DeskSite.Open(browser, plan => plan.Settings["Staff:RequireTwoFactor"] = "true");
        await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head);
        var page = await site.Visit("/staff", scripts: false);
        await page.SignIn("lan@union.example", DeskSite.Password);
        foreach (var path in (string[])["/staff", "/staff/nguoi-dung", "/staff/so-lieu.csv", "/staff/phieu-chuyen/1", AccountPaths.Account, "/staff/khong-co"])
        {
            await page.GotoAsync(site.House.Address + path);
            await Expect(page).ToHaveURLAsync(site.House.Address + AccountPaths.TwoStep);
        }

        await page.WholePicture("two-step-demanded-360");
        await page.GetByLabel("Nhập mã 6 số").FillAsync((await Telephone.Reads(site, page)).Code);
        await page.Tap("Bật đăng nhập hai bước");
        await page.GotoAsync(site.House.Address + "/staff/nguoi-dung");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Người dùng" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_is_switched_off_with_the_password_or_by_a_head_and_all_of_it_is_in_the_trail()
    {
        await using var site = await DeskSite.Open(browser);
        var (hoa, lan) = (await site.Employ("Chị Hoa", "hoa@union.example"), await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));
        var (phone, codes) = await Telephone.Of(site, hoa);
        var page = await site.Visit(AccountPaths.Account, scripts: false);
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await page.EnterCode(phone.NextCode);
        await page.GetByRole(AriaRole.Link, new() { Name = "Tạo mã dự phòng mới" }).ClickAsync();
        await page.Tap("Tạo mã dự phòng mới");
        Assert.DoesNotContain(codes[0], await page.GetByLabel("Mười mã dự phòng").InputValueAsync(), StringComparison.Ordinal);

        await page.GotoAsync(site.House.Address + AccountPaths.Account);
        await page.Locator("summary", new() { HasText = "Tắt đăng nhập hai bước" }).ClickAsync();
        await page.GetByLabel("Mật khẩu của bạn").FillAsync("không phải");
        await page.Tap("Tắt");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Chưa có gì thay đổi.");
        await page.GetByLabel("Mật khẩu của bạn").FillAsync(DeskSite.Password);
        await page.Tap("Tắt");
        await Expect(page.Locator(".gift")).ToHaveTextAsync("Đã tắt đăng nhập hai bước.");

        await Telephone.Of(site, hoa);
        var head = await site.AtDesk(lan);
        await head.GotoAsync(site.House.Address + "/staff/nguoi-dung");
        await head.WholePicture("two-step-people-360");
        Assert.Empty(await Browser.Barriers(head));
        await head.Tap("Đặt lại hai bước của Chị Hoa");
        await Expect(head.GetByText("Đã đặt lại đăng nhập hai bước của Chị Hoa")).ToBeVisibleAsync();
        var again = await site.Visit("/staff", scripts: false);
        await again.SignIn("hoa@union.example", DeskSite.Password);
        await Expect(again).ToHaveURLAsync(site.House.Address + "/staff");

        var trail = await site.House.Read(db => db.Audit.OrderBy(it => it.Id).Select(it => new { it.Who, it.What, it.Detail }).ToListAsync(Cancel));
        Assert.Equal(["two-step-on", "two-step-codes", "two-step-off", "two-step-on", "two-step-reset"], trail.Select(it => it.What));
        Assert.Equal((lan.Id, hoa.Id), (trail[^1].Who, trail[^1].Detail));
        Assert.Null(await site.House.Read(db => db.VerifyAudit(Cancel)));
    }
}

internal static class TwoStepMoves
{
    public static async Task EnterCode(this IPage page, string code)
    {
        await page.GetByLabel("Mã 6 số").FillAsync(code);
        await page.Tap("Tiếp tục");
    }

    public static async Task UseRecovery(this IPage page, string code)
    {
        if (!await page.GetByLabel("Mã dự phòng", new() { Exact = true }).IsVisibleAsync())
            await page.Locator("summary").ClickAsync();
        await page.GetByLabel("Mã dự phòng", new() { Exact = true }).FillAsync(code);
        await page.Tap("Vào bằng mã dự phòng");
    }

    public static async Task SignIn(this IPage page, DeskSite site, string email)
    {
        await page.GotoAsync(site.House.Address + StaffSetup.SignInPath);
        await page.SignIn(email, DeskSite.Password);
    }

    public static Task<byte[]> WholePicture(this IPage page, string name) => page.ScreenshotAsync(new() { Path = Browser.Picture(name), FullPage = true, Timeout = 60_000 });

    public static Task<bool> FitsItsWidth(this IPage page) => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");
}
