using ChatBot.Web.Advisors;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class DeskWorkTests(Browser browser) : IClassFixture<Browser>
{
    private const string An = "/staff/hoi-thoai/false%3Ap1%3Aan";

    [Theory, InlineData(360), InlineData(1280)]
    public async Task Both_clocks_are_shown_and_a_search_stays_after_a_reload(int width)
    {
        await using var site = await DeskSite.Open(browser, plan => plan.Channel.Windows = (TimeSpan.FromHours(24), TimeSpan.FromDays(7)));
        await site.House.Hears("cho em hỏi lương tháng 13 tính sao", "an");
        await site.House.Hears("gặp tư vấn viên", "an");
        await site.House.Hears("gặp tư vấn viên", "binh");
        var now = site.House.Clock.GetUtcNow();
        await site.House.Read(db => db.Cases.Where(it => it.ConversationId == "false:p1:binh").ExecuteUpdateAsync(it => it.SetProperty(row => row.FirstDueAt, now.AddMinutes(-20))));
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width);

        await Expect(page.Locator(".entry .name")).ToHaveTextAsync(["Người lao động binh", "Người lao động an"]);
        await Expect(page.Locator(".entry").First).ToContainTextAsync("quá hạn 20 phút · lời hứa");
        await Expect(page.Locator(".entry").Last).ToContainTextAsync("còn 4 giờ · lời hứa");
        await Expect(page.Locator(".entry").Last).ToContainTextAsync("còn 7 ngày · false");
        await page.Picture($"desk-clocks-{width}");
        Assert.Empty(await Browser.Barriers(page));

        await page.GetByPlaceholder("Tìm tên, nội dung, ghi chú…").FillAsync("luong thang 13");
        await page.Tap("Tìm");
        await page.Alive();
        await Expect(page.Locator(".entry .name")).ToHaveTextAsync(["Người lao động an"]);
        await page.Picture($"desk-found-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await page.ReloadAsync();
        await page.Alive();
        await Expect(page.Locator(".entry .name")).ToHaveTextAsync(["Người lao động an"]);
        await page.Locator(".entry").ClickAsync();
        await Expect(page.Locator(".clocks")).ToContainTextAsync("còn 4 giờ · lời hứa");
        await page.Picture($"desk-clocks-open-{width}");
        await page.GotoAsync($"{site.House.Address}/staff?tim=khong-co-gi");
        await Expect(page.GetByText("Không thấy cuộc nào.")).ToBeVisibleAsync();
        await page.Picture($"desk-found-nothing-{width}");
        Assert.Empty(await Browser.Barriers(page));
    }

    [Theory, InlineData(360), InlineData(1280)]
    public async Task A_canned_reply_is_chosen_without_accents_and_a_note_never_leaves(int width)
    {
        await using var site = await DeskSite.Open(browser);
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        await site.House.Get<CannedReplies>().Keep(null, new("chao", "Chào hỏi", "Chào {ten}, mình ở {noi}.", false), hoa, false);
        await site.House.Get<CannedReplies>().Keep(null, new("ho-so", "Hồ sơ cần có", "Bạn gửi hợp đồng và bảng lương.", true), hoa, true);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(hoa, width, at: An);
        await page.Tap("Nhận");
        var box = page.GetByLabel("Câu trả lời của bạn");
        await Expect(box).ToBeVisibleAsync();
        await box.PressSequentiallyAsync("/");
        await Expect(page.Locator(".canned > li")).ToHaveCountAsync(2);
        await page.Picture($"desk-canned-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("Bạn gửi hợp đồng và bảng lương.");
        await box.FillAsync("/chào");
        await page.Locator(".canned > li").ClickAsync();
        await Expect(box).ToHaveValueAsync("Chào {ten}, mình ở {noi}.");
        await page.Keyboard.TypeAsync("Lan");
        await page.Tap("Gửi");
        await Expect(page.Locator("[data-trouble]")).ToHaveTextAsync("Còn chỗ chưa điền: {noi}. Bạn điền rồi gửi, hoặc bấm Gửi lần nữa để gửi nguyên như vậy.");
        await Expect(box).ToHaveValueAsync("Chào Lan, mình ở {noi}.");
        await page.Picture($"desk-blank-{width}");
        await page.Keyboard.TypeAsync("Công đoàn");
        await Expect(box).ToHaveValueAsync("Chào Lan, mình ở Công đoàn.");
        await page.Tap("Gửi");
        await Expect(page.Locator(".advisor .meta")).ToContainTextAsync("đã gửi");

        await box.FillAsync("Nhớ gọi lại chiều nay");
        await page.Tap("Ghi chú nội bộ");
        await Expect(page.Locator(".line.note")).ToContainTextAsync("Nhớ gọi lại chiều nay");
        await Expect(box).ToHaveValueAsync("");
        await site.House.Quiet();
        Assert.DoesNotContain("Nhớ gọi lại chiều nay", site.House.Channel.Texts);
        Assert.Equal("Chào Lan, mình ở Công đoàn.", site.House.Channel.Texts[^1]);
        await page.Picture($"desk-note-{width}");
        Assert.Empty(await Browser.Barriers(page));
    }

    [Fact]
    public async Task A_case_is_taken_answered_and_ended_with_Ctrl_and_Alt_alone()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), 1280, at: An);

        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).Not.ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Alt+KeyN");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Control+Alt+KeyV");
        await page.Keyboard.InsertTextAsync("Chào em, chị đây.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Chào em, chị đây.");
        await page.Keyboard.PressAsync("Control+Alt+KeyH");
        await Expect(page.Locator(".case[open]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Alt+KeyK");
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("Kết quả của việc này?");
    }

    [Theory, InlineData(360), InlineData(1280)]
    public async Task A_case_is_passed_on_left_to_the_bot_and_ended_with_its_result_by_keyboard(int width)
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var nam = await site.Employ("Anh Nam", "nam@union.example");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width, at: An);
        await page.Tap("Nhận");
        await page.Tap("Chuyển");
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("Anh Nam");
        await page.Picture($"desk-pass-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await page.Locator("dialog[open] button", new() { HasText = "Anh Nam" }).ClickAsync();
        await Expect(page.GetByText("Anh Nam đang giữ cuộc trò chuyện này.")).ToBeVisibleAsync();
        Assert.Equal(nam.Id, await site.House.Read(db => Task.FromResult(db.Conversations.Single().Owner)));

        await page.Tap("Nhận thay");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Picture($"desk-end-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("đã kết thúc (giải quyết xong)")).ToBeVisibleAsync();
        Assert.Equal(CaseResult.Solved, await site.House.Read(db => Task.FromResult(db.Cases.Single().Result)));

        await page.Tap("Nhận");
        await page.Choose("Chuyển", "Để bot trả lời");
        await Expect(page.GetByText("Bot đang trả lời. Bạn nhận thì bot im lặng.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_is_overtaken_reads_the_newer_answer_and_keeps_the_draft()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.AtDesk(hoa, at: An);
        await page.Tap("Nhận");
        var box = page.GetByLabel("Câu trả lời của bạn");
        await box.FillAsync("Bạn gọi 1022 nhé");
        // The same person at another device: the newer line stands there, the page shows the old one.
        await page.EvaluateAsync("() => { const form = document.querySelector('[data-composer]'), seen = form.dataset.seen; new MutationObserver(() => form.dataset.seen !== seen && (form.dataset.seen = seen)).observe(form, { attributes: true }); }");
        await site.House.Get<Handoffs>().Say("false:p1:an", hoa, "Mình đã gọi cho bạn rồi", TestContext.Current.CancellationToken);
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Mình đã gọi cho bạn rồi");

        await page.Tap("Gửi");

        await Expect(page.Locator("[data-trouble]")).ToContainTextAsync("Chị Hoa vừa trả lời: “Mình đã gọi cho bạn rồi”.");
        await Expect(box).ToHaveValueAsync("Bạn gọi 1022 nhé");
        await page.Picture("desk-overtaken-360");
        Assert.DoesNotContain("Bạn gọi 1022 nhé", site.House.Channel.Texts);
    }

    [Theory, InlineData(360), InlineData(1280)]
    public async Task Canned_replies_are_added_changed_and_deleted_on_their_page(int width)
    {
        await using var site = await DeskSite.Open(browser);
        await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.Visit("/staff/cau-mau", width);
        await page.SignIn("hoa@union.example", DeskSite.Password);
        await page.GetByLabel("Tên tắt").FillAsync("Chào hỏi");
        await page.GetByLabel("Tiêu đề").FillAsync("Lời chào");
        await page.GetByLabel("Nội dung").FillAsync("Chào {ten}");
        await page.Tap("Lưu");
        await Expect(page.Locator(".people li")).ToContainTextAsync("/chao-hoi · Lời chào");
        await page.Picture($"canned-page-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Sửa" }).ClickAsync();
        await page.GetByLabel("Tiêu đề").FillAsync("Lời chào đầu");
        await page.Tap("Lưu");
        await Expect(page.Locator(".people li")).ToContainTextAsync("Lời chào đầu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa" }).ClickAsync();
        await Expect(page.GetByText("Chưa có câu mẫu nào.")).ToBeVisibleAsync();
    }
}
