using ChatBot.Web.Data;
using ChatBot.Web.Staff;
using ChatBot.Web.Staff.Heads;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Staff.Heads;

public sealed class AuditPageTests(Browser browser) : IClassFixture<Browser>
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
        var lan = await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head);
        for (var i = 1; i <= 3; i++)
            await Write(site.House, lan.Id, $"webchat:p1:{i}");
        var head = await site.AtDesk(lan);
        await head.GotoAsync(site.House.Address + "/staff/nhat-ky?trang=xyz");
        await Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("Nhật ký nguyên vẹn.");
        await Expect(head.Locator(".trail li").First).ToContainTextAsync("Cô Lan kết thúc: đã hướng dẫn");
        await head.ScreenshotAsync(new() { Path = Browser.Picture("heads-audit-360"), FullPage = true });
        Assert.Empty(await Browser.Barriers(head));

        await site.House.Read(db => db.Audit.Where(it => it.Id == 2).ExecuteUpdateAsync(it => it.SetProperty(row => row.What, "opened"), Cancel));
        await head.ReloadAsync();
        await Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("dòng số 2");
    }

    private static Task Write(House house, string who, string conversation) =>
        house.Get<GroupCommit>().Write((db, token) => db.Append(new AuditEntry(house.Clock.GetUtcNow(), who, "ended", conversation, "Advised"), token), Cancel);
}
