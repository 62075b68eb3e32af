using System.Net;
using ChatBot.Web.Channels.Zalo;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Heads;

public sealed class ConnectionsTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_head_connects_Zalo_on_one_screen_and_what_waited_goes_out()
    {
        using var zalo = new FalseZalo();
        await using var consent = await ConsentPage.Open();
        await using var graph = await FalseGraph.Open();
        await using var site = await DeskSite.Open(browser, plan => Furnish(plan, zalo, consent.Url, graph));
        using var caller = new ZaloCaller(site.House);
        await caller.Text("24", "z1", "gặp tư vấn viên");
        await site.House.Quiet();
        Assert.Empty(zalo.Taken);
        var head = await site.AtDesk(await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));
        await head.GotoAsync(site.House.Address + "/staff/ket-noi");
        await Expect(head.GetByText("Chưa kết nối tài khoản nào")).ToBeVisibleAsync();
        await Expect(head.GetByLabel("Callback URL")).ToHaveValueAsync(site.House.Address + "/staff/ket-noi/zalo/xong");
        Assert.Equal(43, (await head.GetByLabel("Code challenge").InputValueAsync()).Length);
        await Look(head, "connections-none");

        await head.GetByRole(AriaRole.Link, new() { Name = "Kết nối Zalo" }).ClickAsync();

        await Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã kết nối Zalo.");
        await Expect(head.GetByText("Công đoàn KCN Mẫu")).ToBeVisibleAsync();
        Assert.DoesNotContain("CODE1", head.Url, StringComparison.Ordinal);
        await site.House.Quiet();
        Assert.NotEmpty(zalo.Taken);
        Assert.Contains("channel-connected", await site.House.Read(db => db.Audit.Select(it => it.What).ToListAsync(Cancel)));

        await site.House.Read(db => db.Connections.Where(it => it.Channel == "zalo")
            .ExecuteUpdateAsync(it => it.SetProperty(row => row.Trouble, "Zalo không cho đổi mã truy cập (mã -14014). Bấm “Kết nối lại Zalo” để cho phép lần nữa."), Cancel));
        await head.ReloadAsync();
        await Look(head, "connections");
        var wide = await site.AtDesk(await site.Employ("Anh Nam", "nam@union.example", StaffRoles.Head), 1280, dark: true);
        await wide.GotoAsync(site.House.Address + "/staff/ket-noi");
        await wide.ScreenshotAsync(new() { Path = Browser.Picture("connections-1280-dark"), FullPage = true, Timeout = 60_000 });
        Assert.Empty(await Browser.Barriers(wide));
        await head.GetByRole(AriaRole.Link, new() { Name = "Kết nối lại Zalo" }).ClickAsync();
        await Expect(head.GetByText("Cần xử lý")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_consent_that_somebody_else_began_or_that_Zalo_refuses_connects_nothing_and_says_what_to_do()
    {
        using var zalo = new FalseZalo();
        await using var consent = await ConsentPage.Open();
        await using var graph = await FalseGraph.Open();
        await using var site = await DeskSite.Open(browser, plan => Furnish(plan, zalo, consent.Url, graph));
        var head = await site.AtDesk(await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));

        await head.GotoAsync(site.House.Address + "/staff/ket-noi/zalo/xong?code=CODE1&oa_id=7&state=bịa");
        await Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("do người khác bắt đầu");
        await head.GotoAsync(site.House.Address + "/staff/ket-noi?loi=tin-bịa");
        await Expect(head.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        consent.Code = "CODE2";
        await head.GetByRole(AriaRole.Link, new() { Name = "Kết nối Zalo" }).ClickAsync();
        await Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kiểm tra Callback URL và Code challenge");
        Assert.False(await site.House.Read(db => db.Connections.AnyAsync(it => it.Channel == "zalo", Cancel)));
    }

    [Fact]
    public async Task Nobody_but_a_head_may_connect()
    {
        using var zalo = new FalseZalo();
        await using var site = await DeskSite.Open(browser, zalo.Furnish);
        var advisor = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));

        foreach (var path in (string[])["/staff/ket-noi", "/staff/ket-noi/zalo/xong?code=CODE1&oa_id=7&state=x"])
        {
            await advisor.GotoAsync(site.House.Address + path);
            Assert.Contains("khong-co-quyen", advisor.Url, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_day_every_connection_is_asked_about_and_tokens_are_renewed_before_they_end()
    {
        using var zalo = new FalseZalo();
        await using var graph = await FalseGraph.Open();
        await using var house = await House.Open(Database.Sqlite, plan => Furnish(plan, zalo, "https://oauth.zaloapp.com/v4/oa", graph));
        await house.Get<ZaloTokens>().Keep(FalseZalo.Account, zalo.Consent(), Cancel);
        await house.Until(() => Zalo(house, it => it.Name == "Công đoàn KCN Mẫu" && it.CheckedAt != null));
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Until(() => house.Read(db => db.Connections.AnyAsync(it => it.Channel == "messenger" && it.Page == Meta.Page && it.Name == "Trang Mẫu", Cancel)));

        house.Clock.Advance(TimeSpan.FromHours(20));
        await house.Until(() => Zalo(house, it => it.Generation == 2));
        Assert.Equal(1, zalo.Renewals);
    }

    [Fact]
    public async Task A_page_whose_token_died_is_shown_with_what_to_do()
    {
        using var zalo = new FalseZalo();
        await using var graph = await FalseGraph.Open();
        await using var house = await House.Open(Database.Sqlite, plan =>
        {
            Furnish(plan, zalo, "https://oauth.zaloapp.com/v4/oa", graph);
            plan.Settings["Messenger:Pages:0:AccessToken"] = "MA_CU";
        });

        house.Clock.Advance(TimeSpan.FromMinutes(2));

        await house.Until(() => house.Read(db => db.Connections.AnyAsync(it => it.Channel == "messenger" && it.Trouble!.Contains("Messenger:Pages"), Cancel)));
    }

    private static Task<bool> Zalo(House house, System.Linq.Expressions.Expression<Func<ConnectionRow, bool>> isSo) =>
        house.Read(db => db.Connections.Where(it => it.Channel == "zalo").AnyAsync(isSo, Cancel));

    private static void Furnish(HousePlan plan, FalseZalo zalo, string oauthUrl, FalseGraph graph)
    {
        zalo.Furnish(plan);
        plan.Settings["Zalo:OauthUrl"] = oauthUrl;
        foreach (var (name, value) in Meta.Settings(graph.Url))
            plan.Settings[name] = value;
    }

    private static async Task Look(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Browser.Picture($"{name}-360"), FullPage = true });
        Assert.Empty(await Browser.Barriers(page));
    }

    /// <summary>The page of Zalo where an admin says yes: says yes at once.</summary>
    private sealed class ConsentPage(WebApplication app) : IAsyncDisposable
    {
        public string Code { get; set; } = "CODE1";

        public string Url => $"{app.Urls.First()}/v4/oa";

        public static async Task<ConsentPage> Open()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var page = new ConsentPage(app);
            app.MapGet("/v4/oa/permission", (string app_id, string redirect_uri, string code_challenge, string state) =>
                app_id == FalseZalo.AppId && code_challenge.Length == 43
                    ? Results.Redirect($"{redirect_uri}?code={page.Code}&oa_id={FalseZalo.Account}&state={WebUtility.UrlEncode(state)}")
                    : Results.BadRequest());
            await app.StartAsync();
            return page;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
