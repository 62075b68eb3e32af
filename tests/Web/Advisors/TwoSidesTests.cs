using ChatBot.Web.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class TwoSidesTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_worker_on_the_web_site_and_an_advisor_at_the_desk_talk_with_each_other()
    {
        await using var site = await DeskSite.Open(browser);
        var advisor = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        var worker = await site.Visit("/");
        await Say(worker, "gặp tư vấn viên");
        await Expect(worker.GetByRole(AriaRole.Log)).ToContainTextAsync("Mình đã chuyển cuộc trò chuyện này");

        await advisor.Locator(".entry").ClickAsync();
        await advisor.Tap("Nhận");
        await advisor.Answer("Chào em, chị là Hoa. Em kể chị nghe.");
        await Expect(worker.GetByRole(AriaRole.Log)).ToContainTextAsync("Chào em, chị là Hoa. Em kể chị nghe.");
        await Say(worker, "dạ em bị nợ lương");
        await Expect(advisor.GetByRole(AriaRole.Log)).ToContainTextAsync("dạ em bị nợ lương");
        await site.House.Quiet();
        await Expect(worker.GetByRole(AriaRole.Log)).Not.ToContainTextAsync("chưa có câu trả lời");
        await worker.Picture("two-sides-worker-360");
        await advisor.Picture("two-sides-advisor-360");

        await advisor.Choose("Kết thúc", "Đã hướng dẫn");
        await Expect(advisor.GetByText("Bot đang trả lời.")).ToBeVisibleAsync();
        await Say(worker, "cảm ơn");
        await Expect(worker.GetByRole(AriaRole.Log)).ToContainTextAsync("Từ đây mình, trợ lý tự động, lại trả lời bạn");
    }

    private static async Task Say(IPage worker, string words)
    {
        await worker.GetByLabel("Câu hỏi của bạn").FillAsync(words);
        await worker.GetByLabel("Gửi", new() { Exact = true }).ClickAsync();
    }
}
