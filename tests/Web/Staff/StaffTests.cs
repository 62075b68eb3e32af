using System.Net;
using ChatBot.Web.Staff;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff;

public sealed class StaffTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task The_first_head_comes_in_by_the_printed_link_once_and_without_scripts()
    {
        await using var site = await DeskSite.Open(browser, plan => plan.Settings["Staff:FirstHeadEmail"] = "truongban@union.example");
        var printed = await site.Printed();
        var link = printed.Split(' ', '\n', '\r').Single(it => it.Contains(FirstHead.Path, StringComparison.Ordinal))[site.House.Address.Length..];
        var page = await site.Visit(link, scripts: false);
        await Expect(page.GetByLabel("E-mail")).ToHaveValueAsync("truongban@union.example");
        await page.Picture("staff-first-360");

        await page.GetByLabel("Tên hiển thị").FillAsync("Cô Lan");
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync("ngắn");
        await page.GetByLabel("Nhập lại mật khẩu").FillAsync("ngắn");
        await page.Tap("Tạo tài khoản");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Mật khẩu phải có ít nhất 10 ký tự.");

        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(DeskSite.Password);
        await page.GetByLabel("Nhập lại mật khẩu").FillAsync(DeskSite.Password);
        await page.Tap("Tạo tài khoản");
        await Expect(page.GetByText("Không ai đang chờ.")).ToBeVisibleAsync();

        var late = await site.Visit(link, scripts: false);
        await Expect(late.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Liên kết không dùng được");
        Assert.DoesNotContain(FirstHead.Path, await site.Printed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_link_is_dead_after_a_day()
    {
        await using var site = await DeskSite.Open(browser);
        var link = await site.House.Get<FirstHead>().Open(TestContext.Current.CancellationToken);
        site.House.Clock.Advance(FirstHead.Holds);
        var page = await site.Visit(link!, scripts: false);
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Liên kết không dùng được");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_page_says_for_how_long()
    {
        await using var site = await DeskSite.Open(browser);
        await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.Visit("/staff", scripts: false);
        for (var i = 0; i < 4; i++)
        {
            await page.SignIn("hoa@union.example", "sai rồi nhé");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("E-mail hoặc mật khẩu không đúng.");
        }

        await page.SignIn("hoa@union.example", "sai rồi nhé");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("thử lại sau 5 phút");
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tạm khóa");
        await page.Picture("staff-locked-360");
        site.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await Expect(page).ToHaveURLAsync(site.House.Address + "/staff");
    }

    [Fact]
    public async Task An_address_that_tries_many_accounts_has_to_wait()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.Visit(StaffSetup.SignInPath, scripts: false);
        for (var i = 0; i < SignInGate.TriesPerMinute; i++)
            await page.SignIn($"ai{i}@union.example", "đoán bừa thôi");
        await page.SignIn("ai@union.example", "đoán bừa thôi");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Máy này vừa thử quá nhiều lần.");
    }

    [Theory, InlineData(360, false), InlineData(360, true), InlineData(1280, false)]
    public async Task Sign_in_looks_well_and_has_no_barriers(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.Visit("/staff", width, dark);
        await Expect(page).ToHaveTitleAsync("Đăng nhập · Bàn tư vấn Công đoàn");
        await page.Picture($"staff-sign-in-{width}{(dark ? "-dark" : "")}");
        Assert.Empty(await Browser.Barriers(page));
    }

    [Fact]
    public async Task After_signing_in_one_is_where_one_wanted_to_be_but_never_outside_the_house()
    {
        await using var site = await DeskSite.Open(browser);
        await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.Visit("/staff?muc=da-xong", scripts: false);
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await Expect(page).ToHaveURLAsync(site.House.Address + "/staff?muc=da-xong");
        await page.GotoAsync($"{site.House.Address}{StaffSetup.SignInPath}?{StaffSetup.Back}=//evil.example/staff");
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await Expect(page).ToHaveURLAsync(site.House.Address + "/staff");
    }

    [Fact]
    public async Task A_head_invites_an_advisor_whose_link_works_once_and_shuts_the_account_again()
    {
        await using var site = await DeskSite.Open(browser);
        var head = await site.AtDesk(await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));
        await head.GetByLabel("Tài khoản: Cô Lan").ClickAsync();
        await head.Picture("staff-account-360");
        await head.GetByRole(AriaRole.Link, new() { Name = "Người dùng" }).ClickAsync();
        await head.GetByLabel("E-mail").FillAsync("nam@union.example");
        await head.GetByLabel("Tên hiển thị").FillAsync("Anh Nam");
        await head.GetByLabel("Tư vấn viên").UncheckAsync();
        await head.Tap("Mời");
        await Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("ít nhất một quyền");
        await head.GetByLabel("Tư vấn viên").CheckAsync();
        await head.Tap("Mời");
        var link = (await head.GetByLabel("Liên kết mời").InputValueAsync())[site.House.Address.Length..];
        await head.Picture("staff-people-360");
        Assert.Empty(await Browser.Barriers(head));

        var nam = await site.Visit(link);
        await nam.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync("một hai ba bốn");
        await nam.GetByLabel("Nhập lại mật khẩu").FillAsync("một hai ba bốn");
        await nam.Picture("staff-invited-360");
        await nam.Tap("Đặt mật khẩu và vào bàn tư vấn");
        await Expect(nam.GetByText("Không ai đang chờ.")).ToBeVisibleAsync();
        await nam.GotoAsync(site.House.Address + "/staff/nguoi-dung");
        await Expect(nam.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Bạn chưa có quyền xem trang này");
        await Expect((await site.Visit(link)).GetByRole(AriaRole.Heading)).ToHaveTextAsync("Liên kết không dùng được");

        await head.Tap("Ngừng");
        await Expect(head.GetByText("Đã ngừng")).ToBeVisibleAsync();
        var again = await site.Visit("/staff", scripts: false);
        await again.SignIn("nam@union.example", "một hai ba bốn");
        await Expect(again.GetByRole(AriaRole.Alert)).ToContainTextAsync("ngừng hoạt động");
    }

    [Fact]
    public async Task Somebody_disabled_meanwhile_can_do_nothing_more_at_an_open_desk()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var staff = await site.Employ("Anh Nam", "nam@union.example");
        var page = await site.AtDesk(staff, at: "/staff/hoi-thoai/false%3Ap1%3Aan");
        await site.Disable(staff);
        await page.Tap("Nhận");
        await Expect(page.GetByText("Phiên làm việc đã hết.")).ToBeVisibleAsync();
        Assert.Null(await site.House.Read(db => Task.FromResult(db.Conversations.Single().Owner)));
    }

    [Fact]
    public async Task Signing_out_needs_our_own_form()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        var forged = await page.APIRequest.PostAsync(site.House.Address + StaffSetup.SignOutPath, new() { Form = page.APIRequest.CreateFormData().Set("_", "1") });
        Assert.Equal((int)HttpStatusCode.BadRequest, forged.Status);
        await page.GetByLabel("Tài khoản: Chị Hoa").ClickAsync();
        await page.Tap("Đăng xuất");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");
        await page.GotoAsync(site.House.Address + "/staff");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        var cookie = (await page.Context.CookiesAsync()).Single(it => it.Name == "union-staff");
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Lax, cookie.SameSite);
    }

    [Fact]
    public async Task A_wrong_address_is_said_and_leads_back()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        var answer = await page.GotoAsync(site.House.Address + "/staff/khong-co-gi");
        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Không có trang này");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Về bàn tư vấn" })).ToBeVisibleAsync();
    }
}
