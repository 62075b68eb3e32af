using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class DeskOwnersTests(Browser browser) : IClassFixture<Browser>
{
    private const string An = "/staff/hoi-thoai/false%3Ap1%3Aan";

    [Fact]
    public async Task When_two_press_take_the_second_is_told_who_was_first()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var hoa = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: An);
        var nam = await site.AtDesk(await site.Employ("Anh Nam", "nam@union.example"), at: An);

        await site.House.Read(async db =>
        {
            // Nothing can be written until both have pressed.
            await using var holding = await db.Database.BeginTransactionAsync();
            await db.Conversations.ExecuteUpdateAsync(it => it.SetProperty(row => row.Name, "An"));
            await hoa.Tap("Nhận");
            await Expect(hoa.Locator(".take")).ToBeDisabledAsync();
            await nam.Tap("Nhận");
            await Expect(nam.Locator(".take")).ToBeDisabledAsync();
            await holding.CommitAsync();
            return true;
        });

        await Expect(nam.GetByText("Chị Hoa đã nhận trước bạn.")).ToBeVisibleAsync();
        await Expect(hoa.GetByLabel("Câu trả lời của bạn")).ToBeEnabledAsync();
        await Expect(nam.GetByText("Chị Hoa đang giữ cuộc trò chuyện này.")).ToBeVisibleAsync();
        await Expect(nam.GetByLabel("Câu trả lời của bạn")).ToBeHiddenAsync();
        await nam.Picture("desk-second-360");
        Assert.Empty(await Browser.Barriers(nam));
    }

    [Fact]
    public async Task Whoever_presses_take_without_having_seen_that_a_colleague_was_quicker_takes_nothing_away()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var nam = await site.AtDesk(await site.Employ("Anh Nam", "nam@union.example"));
        var line = await Line.Of(nam);
        await nam.GotoAsync(site.House.Address + An);
        await nam.Alive();
        await Expect(nam.GetByRole(AriaRole.Button, new() { Name = "Nhận", Exact = true })).ToBeEnabledAsync();
        line.Deafen();
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        await site.House.Get<Handoffs>().Take("false:p1:an", hoa, TestContext.Current.CancellationToken);
        await Waiting.Until(() => line.Missed("Nhận thay"));

        await nam.Tap("Nhận");

        await Waiting.Until(() => line.Missed("Chị Hoa đã nhận trước bạn."));
        Assert.Equal(hoa.Id, await site.House.Read(db => Task.FromResult(db.Conversations.Single().Owner)));
    }

    [Fact]
    public async Task Taking_over_is_one_click_and_the_first_keeps_the_text_they_were_writing()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var hoa = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: An);
        var nam = await site.AtDesk(await site.Employ("Anh Nam", "nam@union.example"), at: An);
        await hoa.Tap("Nhận");
        await hoa.GetByLabel("Câu trả lời của bạn").FillAsync("Em đợi chị xem lại");

        await nam.Tap("Nhận thay");

        await Expect(nam.GetByLabel("Câu trả lời của bạn")).ToBeEnabledAsync();
        await Expect(hoa.GetByText("Anh Nam đang giữ cuộc trò chuyện này.")).ToBeVisibleAsync();
        await Expect(hoa.GetByLabel("Câu trả lời của bạn")).ToBeHiddenAsync();
        await Expect(hoa.GetByLabel("Ghi chú của bạn")).ToHaveValueAsync("Em đợi chị xem lại");
        await hoa.Picture("desk-taken-over-360");
    }

    [Fact]
    public async Task What_is_given_back_waits_again_for_a_colleague()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var hoa = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: An);
        await hoa.Tap("Nhận");
        await hoa.Choose("Chuyển", "Trả lại hàng chờ");
        await Expect(hoa.GetByText("Chưa ai nhận. Bot im lặng trong lúc chờ.")).ToBeVisibleAsync();

        var nam = await site.AtDesk(await site.Employ("Anh Nam", "nam@union.example"));
        await Expect(nam.Locator(".entry")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_from_the_page_inbox_stands_among_the_colleagues_and_in_the_transcript()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        await site.House.Brings(Some.Message("Chào bạn, mình gọi lại ngay") with { Kind = IncomingKind.AnsweredOutside });

        await page.GetByRole(AriaRole.Link, new() { Name = "Đồng nghiệp" }).ClickAsync();
        await Expect(page.Locator(".entry")).ToContainTextAsync("Từ Trang: Chào bạn, mình gọi lại ngay");
        await page.Locator(".entry").ClickAsync();
        await Expect(page.Locator(".line.page .who")).ToHaveTextAsync("Từ Trang");
        await page.Choose("Kết thúc", "Giải quyết xong");
        await Expect(page.GetByText("Bot đang trả lời.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Urgent_ones_come_first_and_say_so_in_words()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("sếp giữ bằng đại học của em không trả", "an");
        await site.House.Hears("gặp tư vấn viên", "an");
        await site.House.After(TimeSpan.FromMinutes(12));
        await site.House.Hears("gặp tư vấn viên", "binh");
        await site.House.Brings(Incoming("m-file", new Activity { Text = "anh bảo vệ đánh em ở cổng, em chảy máu", Attachments = [new("image/jpeg", "https://files.example/1.jpg", Name: "vet-thuong.jpg")] }, "chi"));
        await site.House.Quiet();
        await site.House.Read(db => db.Conversations.Where(it => it.Person == "chi").ExecuteUpdateAsync(it => it
            .SetProperty(row => row.Urgent, true).SetProperty(row => row.Reason, "Bị đánh ở nơi làm việc.").SetProperty(row => row.Name, "Trần Thị Chi")
            .SetProperty(row => row.Speaker, Talk.Handoff.Speaker.WaitingForAdvisor).SetProperty(row => row.WaitingSince, site.House.Clock.GetUtcNow())));
        var staff = await site.Employ("Chị Hoa", "hoa@union.example");

        foreach (var (width, dark) in ((int, bool)[])[(360, false), (360, true), (1280, false)])
        {
            var page = await site.AtDesk(staff, width, dark);
            await Expect(page.Locator(".entry .name")).ToHaveTextAsync(["Trần Thị Chi", "Người lao động an", "Người lao động binh"]);
            await Expect(page.Locator(".entry").First).ToContainTextAsync("Khẩn");
            await Expect(page.Locator(".entry").Nth(1)).ToContainTextAsync("chờ 12 phút");
            await Expect(page.Locator(".entry").Nth(1)).ToContainTextAsync("sếp giữ bằng đại học của em không trả");
            await page.Picture($"desk-list-{width}{(dark ? "-dark" : "")}");
            Assert.Empty(await Browser.Barriers(page));
            await page.Locator(".entry").First.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ảnh vet-thuong.jpg" })).ToHaveAttributeAsync("rel", "noopener noreferrer nofollow external");
            await page.Tap("Nhận");
            await page.Answer("Bạn đang ở đâu? Gọi 115 nếu đang chảy máu.");
            await Expect(page.Locator(".advisor").Last).ToContainTextAsync("đã gửi");
            await page.Picture($"desk-urgent-{width}{(dark ? "-dark" : "")}");
            Assert.Empty(await Browser.Barriers(page));
            await page.Choose("Chuyển", "Trả lại hàng chờ");
            await Expect(page.GetByText("Chưa ai nhận.")).ToBeVisibleAsync();
        }
    }

    private static Incoming Incoming(string id, Activity activity, string person) => new("false", "p1", person, id, activity);
}
