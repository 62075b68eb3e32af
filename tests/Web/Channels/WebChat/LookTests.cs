using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Rows;
using Microsoft.Playwright;
using static ChatBot.Web.Tests.Channels.WebChat.ChatSite;

namespace ChatBot.Web.Tests.Channels.WebChat;

public sealed class LookTests(Browser browser) : IClassFixture<Browser>
{
    [Theory, InlineData(360, 740, false), InlineData(1280, 800, false), InlineData(360, 740, true)]
    public async Task Look(int width, int height, bool dark)
    {
        await using var site = await Open();
        site.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await using var visit = await browser.Visit(width, height, dark);
        var page = await visit.NewPageAsync();
        page.Console += (_, m) => Console.WriteLine(m.Text);
        await page.GotoAsync(site.Address.ToString());
        await page.Locator("#welcome").WaitForAsync();
        var suffix = $"{width}{(dark ? "-dark" : "")}";
        await page.ScreenshotAsync(new() { Path = Browser.Picture($"look-empty-{suffix}") });
        await page.GetByLabel("Câu hỏi của bạn").FillAsync("Công ty chậm lương 2 tháng rồi, em phải làm sao ạ?");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Đã gửi").First.WaitForAsync();
        var c = site.Kept[0].Person;
        await site.Say(c, "Chào bạn, mình là trợ lý tự động của Công đoàn. Mình trả lời về lao động, tiền lương, bảo hiểm và công đoàn, kèm điều luật để bạn kiểm tra.\nLúc nào bạn cũng có thể gõ “gặp tư vấn viên”. Đừng gửi số CCCD hay số sổ bảo hiểm ở đây nhé.");
        await site.Say(c, new Activity
        {
            Text = "Công ty chỉ được trả lương chậm tối đa 30 ngày, và chỉ khi có lý do bất khả kháng. Chậm từ 15 ngày trở lên, công ty phải trả thêm tiền lãi cho bạn.\n\nCăn cứ: Điều 97 khoản 4 Bộ luật Lao động 45/2019/QH14. Áp dụng từ 01/01/2021.",
            Attachments = [new HeroCard(Buttons: [CardAction.PostBack("Chi tiết", "#chi-tiet:x"), CardAction.PostBack("Cần làm gì", "#can-lam-gi:x"), CardAction.OpenUrl("Xem đủ điều luật", "/dieu-luat/x/97")]).ToAttachment()],
            SuggestedActions = new([], [CardAction.PostBack("Khiếu nại lương ở đâu và thời hạn bao lâu", "#bai:y"), CardAction.PostBack("👍", "#huu-ich:x"), CardAction.PostBack("👎", "#chua-dung:x"), CardAction.PostBack("Gặp tư vấn viên", "#gap-tu-van")]),
        });
        await page.GetByText("Xem đủ điều luật").WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture($"look-answer-{suffix}") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Gặp tư vấn viên" }).Last.ClickAsync();
        await page.GetByText("Đã gửi").Last.WaitForAsync();
        await site.Say(c, new Activity { Text = "Mình đã chuyển cuộc trò chuyện này cho tư vấn viên công đoàn, kèm những gì bạn vừa viết. Tư vấn viên đang trong giờ trực và sẽ trả lời bạn ngay tại đây.", SuggestedActions = new([], [CardAction.PostBack("Hỏi bot", "#hoi-bot")]) });
        await site.Say(c, "Chào bạn, mình là Lan ở Công đoàn khu công nghiệp. Bạn làm ở công ty nào, lương tháng mấy chưa được trả?", Author.Advisor);
        await site.Say(c, "Bạn xem mẫu đơn ở https://congdoan.example.vn/mau-don.", Author.Advisor);
        await site.The<ChatBot.Web.Channels.Channel>().ShowTyping(new("site", c), Cancel);
        await page.GetByText("mẫu đơn").WaitForAsync();
        await page.Locator("#typing").WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture($"look-advisor-{suffix}") });
        await page.GetByLabel("Tùy chọn").ClickAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture($"look-menu-{suffix}") });
    }
}
