using System.Text.RegularExpressions;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using ChatBot.Web.Staff.Accounts;
using ChatBot.Web.Staff.Heads;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Heads;

public sealed partial class AuditPageTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task The_newest_come_first_page_by_page_of_a_person_a_conversation_or_a_case(Database database)
    {
        await using var house = await House.Open(database);
        await SomeCases.Bring(house, SomeCases.Of(7, SomeCases.At(23, 9, 0)));
        for (var i = 1; i <= AuditBook.PageSize + 1; i++)
            await Write(house, i % 2 == 0 ? "hoa" : "nam", $"webchat:p1:{i}");
        var book = house.Get<AuditBook>();

        var first = await book.Read(new AuditAsked(null, null, 1), Cancel);
        Assert.Equal((AuditBook.PageSize, true, "webchat:p1:51"), (first.Rows.Count, first.HasOlder, first.Rows[0].ConversationId));
        var second = await book.Read(new AuditAsked(null, null, 2), Cancel);
        Assert.Equal(("webchat:p1:1", false), (Assert.Single(second.Rows).ConversationId, second.HasOlder));
        Assert.Equal(25, (await book.Read(new AuditAsked("hoa", null, 1), Cancel)).Rows.Count);
        Assert.Single((await book.Read(new AuditAsked(null, "webchat:p1:7", 1), Cancel)).Rows);
        Assert.Single((await book.Read(new AuditAsked("nam", "2026-00007", 1), Cancel)).Rows);
        Assert.Empty((await book.Read(new AuditAsked("hoa", "2026-00007", 1), Cancel)).Rows);
    }

    [Fact]
    public async Task A_head_sees_whether_the_trail_is_whole_and_where_it_is_not()
    {
        await using var site = await DeskSite.Open(browser);
        await SomeCases.Bring(site.House, SomeCases.Of(7, SomeCases.At(23, 9, 0)));
        var head = await site.Head("/staff/don-vi");
        await head.GetByLabel("Tên đơn vị").FillAsync("Tổ Pháp lý");
        await head.Tap("Thêm đơn vị");
        await Expect(head.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã lưu đơn vị Tổ Pháp lý.");
        var lan = await site.House.Read(db => db.Users.Select(it => it.Id).SingleAsync(Cancel));
        await Write(site.House, lan, "webchat:p1:1");
        site.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await Write(site.House, lan, "webchat:p1:7");
        await head.GotoAsync(site.House.Address + "/staff/nhat-ky?trang=xyz");
        await Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("Nhật ký nguyên vẹn.");
        await Expect(head.Locator(".trail li").First).ToContainTextAsync("Cô Lan kết thúc: đã hướng dẫn");
        await Expect(head.Locator(".trail a")).ToHaveTextAsync(["Vụ 2026-00007", "webchat:p1:1"]);
        await Expect(head.Locator(".trail")).ToContainTextAsync("Cô Lan thêm đơn vị: Tổ Pháp lý");
        await head.ScreenshotAsync(new() { Path = Browser.Picture("heads-audit-360"), FullPage = true, Timeout = 60_000 });
        Assert.Empty(await Browser.Barriers(head));

        await site.House.Read(db => db.Audit.Where(it => it.Id == 2).ExecuteUpdateAsync(it => it.SetProperty(row => row.What, "opened"), Cancel));
        await head.ReloadAsync();
        await Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("dòng số 2");
    }

    [Fact]
    public void Every_deed_the_program_writes_down_is_said_in_vietnamese()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(Repository.Root, "bot", "Web"), "*.cs", SearchOption.AllDirectories).SelectMany(File.ReadLines);
        var deeds = lines.Where(it => WritesDown().IsMatch(it)).SelectMany(it => Word().Matches(it)).Select(it => it.Groups[1].Value).ToHashSet();

        Assert.Superset(new HashSet<string> { "took", "set-urgent", "set-not-urgent", "locked-out", "opened-referral", "opened-other-unit", "two-step-on", "account-shut" }, deeds);
        Assert.DoesNotContain(deeds, it => AuditWords.Deed(it) == it);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_was_invited_and_whose_account_was_locked_is_in_the_trail(Database database)
    {
        await using var house = await House.Open(database);
        await using var scope = house.Get<IServiceScopeFactory>().CreateAsyncScope();
        var (invitations, accounts) = (scope.ServiceProvider.GetRequiredService<Invitations>(), scope.ServiceProvider.GetRequiredService<StaffAccounts>());
        var hoa = new StaffMember { UserName = "hoa@union.example", Email = "hoa@union.example", DisplayName = "Chị Hoa" };
        Assert.True((await invitations.Invite(hoa, [StaffRoles.Advisor], "lan")).Succeeded);
        Assert.False((await invitations.Invite(new StaffMember { UserName = hoa.UserName, Email = hoa.Email, DisplayName = "Chị Hoa" }, [StaffRoles.Advisor], "lan")).Succeeded);
        var link = await invitations.Link(hoa, "lan");
        Assert.False((await invitations.Accept(hoa, "ngắn")).Succeeded);
        Assert.True((await invitations.Accept((await invitations.Find(link.Split('=')[1]))!, DeskSite.Password)).Succeeded);
        for (var i = 0; i < 6; i++)
            await accounts.AccessFailedAsync(hoa);

        Assert.Equal(
            [("lan", "invited", hoa.Id), ("lan", "link-made", hoa.Id), (hoa.Id, "password-set", null), (null, "locked-out", hoa.Id)],
            await house.Read(async db => (await db.Audit.OrderBy(it => it.Id).ToListAsync(Cancel)).Select(it => (it.Who, it.What, it.Detail))));
        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));
    }

    private static Task Write(House house, string who, string conversation) =>
        house.Get<GroupCommit>().Write((db, token) => db.Append(new AuditEntry(house.Clock.GetUtcNow(), who, "ended", conversation, "Advised"), token), Cancel);

    [GeneratedRegex(@"new AuditEntry\(|new (Case)?Deed\(|\b(Do|MakeCodes)\(\w+, |NoteOpening\(")]
    private static partial Regex WritesDown();

    [GeneratedRegex(@"""([a-z]+(?:-[a-z]+)*)""")]
    private static partial Regex Word();
}
