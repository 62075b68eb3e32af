using ChatBot.Web.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class TwoSidesTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==");

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

    [Fact]
    public async Task A_worker_sends_a_picture_from_the_web_site_and_opens_the_file_the_advisor_sends_back()
    {
        await using var site = await DeskSite.Open(browser);
        var worker = await site.Visit("/");
        await Say(worker, "gặp tư vấn viên");
        await Expect(worker.GetByRole(AriaRole.Log)).ToContainTextAsync("Mình đã chuyển cuộc trò chuyện này");
        await worker.GetByLabel("Gửi ảnh hoặc tệp").SetInputFilesAsync(new FilePayload { Name = "bảng lương.png", MimeType = "image/png", Buffer = Dot });
        await Expect(worker.GetByRole(AriaRole.Log)).ToContainTextAsync("bảng lương.png");
        await worker.GetByLabel("Gửi ảnh hoặc tệp").SetInputFilesAsync(new FilePayload { Name = "ảnh.jpg", MimeType = "image/jpeg", Buffer = [.. "MZ"u8] });
        await Expect(worker.GetByRole(AriaRole.Log)).ToContainTextAsync("Tệp “ảnh.jpg” chưa gửi được tới tư vấn viên. Tệp này không phải ảnh dù tên là .jpg.");
        await worker.Picture("two-sides-files-worker-360");
        Assert.Empty(await Browser.Barriers(worker));

        var advisor = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), 1280);
        await advisor.Locator(".entry").ClickAsync();
        await Expect(advisor.Locator(".worker .kept img")).ToHaveAttributeAsync("alt", "Ảnh bảng lương.png");
        await advisor.Tap("Nhận");
        await advisor.GetByLabel("Kèm tệp").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "mẫu đơn.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7"u8] },
            new() { Name = "hướng dẫn.png", MimeType = "image/png", Buffer = Dot },
        });
        await Expect(advisor.Locator(".chosen small").Nth(1)).ToHaveTextAsync("1 KB");
        await advisor.Tap("Gửi");

        await worker.WaitForFunctionAsync("() => document.querySelector('.advisor .file img')?.naturalWidth === 1");
        var link = worker.GetByRole(AriaRole.Link, new() { Name = "mẫu đơn.pdf" });
        var answer = await worker.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Headers["content-type"]));
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        await worker.Picture("two-sides-file-back-360");
    }

    private static async Task Say(IPage worker, string words)
    {
        await worker.GetByLabel("Câu hỏi của bạn").FillAsync(words);
        await worker.GetByLabel("Gửi", new() { Exact = true }).ClickAsync();
    }
}
