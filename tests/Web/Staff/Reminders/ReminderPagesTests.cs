using System.Text.Json.Nodes;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using ChatBot.Web.Staff.Accounts;
using ChatBot.Web.Staff.Reminders;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Staff.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Reminders;

public sealed class ReminderPagesTests(Browser browser) : IClassFixture<Browser>
{
    private const string State = "[data-push-state]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(360, false), InlineData(360, true), InlineData(1280, false), InlineData(1280, true)]
    public async Task What_runs_out_stands_at_the_top_of_the_desk_until_a_tap_and_a_head_sees_what_does_not_get_out(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser, plan => (plan.Settings["Mail:Host"], plan.Settings["Mail:Port"], plan.Settings["Mail:From"]) = ("127.0.0.1", "1", "tuvan@union.example"));
        var (hoa, lan) = (await site.Employ("Chị Hoa", "hoa@union.example"), await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));
        await site.House.Hears("gặp tư vấn viên");
        site.House.Clock.SetUtcNow(ReminderHouse.HalfPastTwo);
        await site.House.Until(async () => (await site.House.Get<OpenReminders>().Stuck(Cancel)).Count == 2);

        var page = await site.AtDesk(hoa, width, dark);
        var strip = page.GetByLabel("Lời nhắc của tôi");
        await Expect(strip.GetByRole(AriaRole.Link)).ToHaveTextAsync("Vụ 2026-00001 còn 30 phút để trả lời lần đầu");
        await Expect(page.GetByText("chưa gửi được ra ngoài")).ToHaveCountAsync(0);
        await page.Picture($"reminders-{width}{(dark ? "-dark" : "")}");
        Assert.Empty(await Browser.Barriers(page));
        Assert.True(await page.FitsItsWidth());
        await page.Tap("Đã biết Vụ 2026-00001");
        await Expect(strip).ToHaveCountAsync(0);

        var head = await site.AtDesk(lan, width, dark);
        await head.GetByText("1 lời nhắc chưa gửi được ra ngoài").ClickAsync();
        await Expect(head.GetByText("Vụ 2026-00001, Cô Lan: không nối được máy chủ thư 127.0.0.1:1")).ToBeVisibleAsync();
        await head.Picture($"reminders-head-{width}{(dark ? "-dark" : "")}");
        Assert.Empty(await Browser.Barriers(head));
    }

    [Fact]
    public async Task Of_many_reminders_two_stand_open_so_that_the_list_stays_in_sight_on_a_phone()
    {
        await using var site = await DeskSite.Open(browser);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        foreach (var person in (string[])["an", "binh", "chi", "dung"])
            await site.House.Hears("gặp tư vấn viên", person);
        site.House.Clock.SetUtcNow(ReminderHouse.HalfPastTwo);
        await site.House.Until(async () => (await site.House.Get<OpenReminders>().Of(hoa.Id, Cancel)).Count == 4);

        var page = await site.AtDesk(hoa);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đã biết" })).ToHaveCountAsync(2);
        await Expect(page.Locator(".entry").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Picture("reminders-many-360");
        await page.GetByText("Thêm 2 lời nhắc").ClickAsync();
        Assert.Empty(await Browser.Barriers(page));
        await page.Tap("Đã biết Vụ 2026-00004");
        await Expect(page.GetByText("Thêm 1 lời nhắc")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đã biết Vụ 2026-00003" })).ToBeVisibleAsync();
    }

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public async Task A_browser_is_switched_on_and_off_on_the_account_page(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        using var push = new FalsePush();
        var page = await site.AtDesk(hoa, width, dark);
        await page.Context.GrantPermissionsAsync(["notifications"]);
        // The engine in the test has no push service behind it; everything else is real.
        await page.AddInitScriptAsync($$"""
            let known = null;
            const bytes = it => Uint8Array.from(atob(it.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0)).buffer;
            PushManager.prototype.getSubscription = async () => known;
            PushManager.prototype.subscribe = async ({ applicationServerKey: key, userVisibleOnly }) => {
              if (key.length !== 65 || !userVisibleOnly) throw new Error('refused');
              return known = { endpoint: '{{FalsePush.Endpoint}}', getKey: name => bytes(name === 'auth' ? '{{push.Secret}}' : '{{push.Key}}'), unsubscribe: async () => { known = null; } };
            };
            """);
        await page.GotoAsync(site.House.Address + AccountPaths.Account);
        await Expect(page.Locator(State)).ToHaveTextAsync("Đang tắt trên máy này.");
        await page.Tap("Bật thông báo trên máy này");
        await Expect(page.Locator(State)).ToHaveTextAsync("Đang bật trên máy này.");
        Assert.Equal((hoa.Id, push.Key, push.Secret), await site.House.Read(async db => await db.Pushes.SingleAsync(Cancel) is var it ? (it.Staff, it.Key, it.Secret) : default));
        await page.Locator(".push").ScreenshotAsync(new() { Path = Browser.Picture($"push-on-{width}{(dark ? "-dark" : "")}") });
        await page.Tap("Tắt thông báo trên máy này");
        await Expect(page.Locator(State)).ToHaveTextAsync("Đang tắt trên máy này.");
        Assert.Empty(await site.House.Read(db => db.Pushes.ToListAsync(Cancel)));
    }

    [Theory]
    [InlineData("delete window.PushManager", "Trình duyệt này không nhận được thông báo.")]
    [InlineData("Object.defineProperty(Notification, 'permission', { get: () => 'denied' })", "Thông báo đang bị chặn.")]
    public async Task Why_it_cannot_be_switched_on_is_said(string browserIsSo, string sentence)
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        await page.AddInitScriptAsync(browserIsSo);
        await page.GotoAsync(site.House.Address + AccountPaths.Account);
        await Expect(page.Locator(State)).ToContainTextAsync(sentence);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Bật thông báo" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nobody_switches_notices_on_without_our_own_form_or_with_an_address_that_is_no_push_service()
    {
        await using var site = await DeskSite.Open(browser);
        using var push = new FalsePush();
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        await page.GotoAsync(site.House.Address + AccountPaths.Account);
        var token = await page.Locator(".push input[type=hidden]").GetAttributeAsync("value");
        async Task<int> Bring(string endpoint, string proof) => (await page.APIRequest.PostAsync(site.House.Address + PushBook.OnPath, new()
        {
            Form = page.APIRequest.CreateFormData().Set("endpoint", endpoint).Set("key", push.Key).Set("secret", push.Secret).Set("__RequestVerificationToken", proof),
        })).Status;
        Assert.Equal(400, await Bring(FalsePush.Endpoint, "bịa"));
        Assert.Equal(400, await Bring("https://127.0.0.1/", token!));
        Assert.Equal(204, await Bring(FalsePush.Endpoint, token!));
    }

    [Fact]
    public async Task Signing_out_silences_this_browser_and_no_other()
    {
        await using var site = await DeskSite.Open(browser);
        using var push = new FalsePush();
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        await site.House.Read(async db =>
        {
            db.Pushes.AddRange(push.Of(hoa), new PushRow { Staff = hoa.Id, Endpoint = "https://push.example/telephone", Key = push.Key, Secret = push.Secret });
            return await db.SaveChangesAsync(Cancel);
        });
        var page = await site.AtDesk(hoa);
        await page.GotoAsync(site.House.Address + AccountPaths.Account);
        await Expect(page.Locator(State)).ToHaveTextAsync("Đang tắt trên máy này.");
        await page.AddInitScriptAsync($$"""
            PushManager.prototype.getSubscription = async () => ({ endpoint: '{{FalsePush.Endpoint}}', unsubscribe: async () => localStorage.setItem('unsubscribed', 'yes') });
            """);
        await page.GotoAsync(site.House.Address + "/staff");
        await page.Alive();
        await page.Locator(".account summary").ClickAsync();
        await page.Tap("Đăng xuất");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");

        Assert.Equal("https://push.example/telephone", await site.House.Read(db => db.Pushes.Select(it => it.Endpoint).SingleAsync(Cancel)));
        Assert.Equal("yes", await page.EvaluateAsync<string?>("() => localStorage.getItem('unsubscribed')"));
        await page.GotoAsync(site.House.Address + "/staff");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");
    }

    [Fact]
    public async Task The_desk_can_stand_on_a_home_screen_because_an_iphone_takes_notices_only_there()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        var engine = await page.Context.NewCDPSessionAsync(page);
        var manifest = (await engine.SendAsync("Page.getAppManifest"))!.Value;
        Assert.Empty(manifest.GetProperty("errors").EnumerateArray());
        var wanted = JsonNode.Parse(manifest.GetProperty("data").GetString()!)!;
        Assert.Equal(("standalone", "/staff"), ((string?)wanted["display"], (string?)wanted["start_url"]));
        foreach (var icon in wanted["icons"]!.AsArray())
        {
            var answer = await page.APIRequest.GetAsync(site.House.Address + (string?)icon!["src"]);
            Assert.Equal((200, "image/png"), (answer.Status, answer.Headers["content-type"]));
        }
    }

    [Fact]
    public async Task Signing_out_everywhere_also_silences_the_browsers_that_took_notices()
    {
        await using var site = await DeskSite.Open(browser);
        using var push = new FalsePush();
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        await site.House.Read(async db =>
        {
            db.Pushes.Add(push.Of(hoa));
            return await db.SaveChangesAsync(Cancel);
        });
        var page = await site.Visit(AccountPaths.Account, scripts: false);
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await page.Tap("Đăng xuất mọi nơi");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Đăng nhập");
        Assert.Empty(await site.House.Read(db => db.Pushes.ToListAsync(Cancel)));
    }

    [Fact]
    public async Task The_start_says_whether_reminders_are_mailed()
    {
        await using var site = await DeskSite.Open(browser);
        Assert.Contains("E-mail nhắc việc: tắt, chưa có cài đặt Mail:Host", await site.Printed(), StringComparison.Ordinal);
    }
}
