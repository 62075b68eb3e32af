using ChatBot.Web.Channels;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class DeskTroubleTests(Browser browser) : IClassFixture<Browser>
{
    private const string An = "/staff/hoi-thoai/false%3Ap1%3Aan";

    [Fact]
    public async Task A_draft_survives_a_lost_line_and_a_reload_and_goes_out_once()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        var line = await Line.Of(page);
        await page.GotoAsync(site.House.Address + An);
        await page.Alive();
        await page.Tap("Nhận");
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chị đang xem hồ sơ của em");

        await line.Cut();
        await Expect(page.GetByText("Mất kết nối. Đang nối lại…")).ToBeVisibleAsync();
        await page.Tap("Gửi");
        await Expect(page.GetByText("Đang mất kết nối. Chữ của bạn được giữ")).ToBeVisibleAsync();
        await page.Picture("desk-lost-line-360");
        line.Mend();
        await Expect(page.GetByText("Mất kết nối. Đang nối lại…")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("Chị đang xem hồ sơ của em");

        await page.ReloadAsync();
        await page.Alive();
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("Chị đang xem hồ sơ của em");
        await page.GetByLabel("Câu trả lời của bạn").PressAsync("Control+Enter");
        await Expect(page.Locator(".advisor .meta")).ToContainTextAsync("đã gửi");
        Assert.Single(site.House.Channel.Texts, text => text == "Chị đang xem hồ sơ của em");
    }

    [Fact]
    public async Task When_the_line_breaks_while_sending_the_answer_goes_out_once_and_the_box_is_emptied()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        var line = await Line.Of(page);
        await page.GotoAsync(site.House.Address + An);
        await page.Alive();
        await page.Tap("Nhận");
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Em gửi chị bảng lương nhé");

        line.Deafen(); // what the server says is lost from here on
        await page.Tap("Gửi");
        await Waiting.Until(() => site.House.Channel.Texts.Contains("Em gửi chị bảng lương nhé"));
        await page.ReloadAsync();
        line.Mend();
        await page.ReloadAsync();
        await page.Alive();

        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("");
        Assert.Single(site.House.Channel.Texts, text => text == "Em gửi chị bảng lương nhé");
    }

    [Fact]
    public async Task After_a_restart_of_the_program_the_desk_comes_back_by_itself_with_the_draft()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: An);
        await page.Tap("Nhận");
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chị vừa hỏi phòng nhân sự");

        await page.EvaluateAsync("() => { window.isBeforeTheRestart = true; }");
        await using var restarted = await site.Restart();

        await page.WaitForFunctionAsync("() => !window.isBeforeTheRestart && document.querySelector('[data-alive]')");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("Chị vừa hỏi phòng nhân sự");
        await page.Tap("Gửi");
        await Waiting.Until(() => restarted.Channel.Texts.Contains("Chị vừa hỏi phòng nhân sự"));
    }

    [Fact]
    public async Task A_closed_window_is_explained_where_one_would_write()
    {
        await using var site = await DeskSite.Open(browser, plan => plan.Channel.Windows = (TimeSpan.FromHours(24), TimeSpan.FromDays(7)));
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: An);
        await page.Tap("Nhận");
        await Expect(page.GetByText("cho bạn gửi đến 09:00 ngày 30/11/2026.")).ToBeVisibleAsync();
        await page.Answer("Chào em");
        await Expect(page.Locator(".advisor .meta")).ToContainTextAsync("đã gửi");

        await site.House.After(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(11));

        await Expect(page.GetByText("chỉ cho trả lời đến 09:00 ngày 30/11/2026. Khi người lao động nhắn lại, bạn gửi được ngay.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToBeHiddenAsync();
        await page.Picture("desk-closed-window-360");
        await site.House.Hears("chị ơi");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_refused_answer_shows_the_reason_and_can_be_sent_again()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: An);
        await page.Tap("Nhận");
        site.House.Channel.AnswersNext(new Delivery.Refused("Người này đã chặn trang."));
        await page.Answer("Chào em");
        await Expect(page.Locator(".advisor .meta")).ToContainTextAsync("bị từ chối: Người này đã chặn trang.");
        await page.Picture("desk-refused-360");
        Assert.Empty(await Browser.Barriers(page));

        await page.Tap("Gửi lại");

        await Expect(page.Locator(".advisor .meta")).ToContainTextAsync("đã gửi");
    }

    [Fact]
    public async Task A_paused_page_is_a_banner_above_the_list()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        site.House.Channel.AnswersNext(new Delivery.Reconnect("Mã truy cập hết hạn: vào Cài đặt nối lại trang."));
        await site.House.Brings(Some.Message("chào"));

        await Expect(page.GetByText("đang tạm dừng gửi")).ToBeVisibleAsync();
        await page.Picture("desk-paused-360");
        Assert.Empty(await Browser.Barriers(page));
    }

    [Fact]
    public async Task A_text_of_many_pages_is_refused_before_it_is_sent_and_stays()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: An);
        await page.Tap("Nhận");
        var box = page.GetByLabel("Câu trả lời của bạn");
        await Expect(box).ToBeEnabledAsync();
        await box.EvaluateAsync("box => { box.value = 'lương '.repeat(300000); box.dispatchEvent(new Event('input', { bubbles: true })); }");
        await page.Tap("Gửi");
        await Expect(page.GetByText("Tin dài quá 20.000 chữ.")).ToBeVisibleAsync();
        Assert.Equal(1_800_000, (await box.InputValueAsync()).Length);
    }

    [Fact]
    public async Task A_paste_of_ten_megabytes_is_told_at_once_and_loses_nothing()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: An);
        await page.Tap("Nhận");
        var box = page.GetByLabel("Câu trả lời của bạn");
        await Expect(box).ToBeVisibleAsync();

        await box.EvaluateAsync("box => { box.value = 'x'.repeat(10 * 1024 * 1024); box.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Expect(page.GetByText("Tin dài quá 20.000 chữ. Bạn chia thành nhiều tin.")).ToBeVisibleAsync();
        Assert.Equal(10 * 1024 * 1024, await box.EvaluateAsync<int>("box => box.value.length"));
        await page.Picture("desk-long-paste-360");

        await box.EvaluateAsync("box => { box.value = 'y'.repeat(30000); box.dispatchEvent(new Event('input', { bubbles: true })); }");
        await page.ReloadAsync();
        await page.Alive();
        await page.WaitForFunctionAsync("() => document.querySelector('#tra-loi')?.value.length === 30000");
        await page.Answer("Ngắn thôi");
        await Expect(page.GetByText("Tin dài quá 20.000 chữ.")).ToBeHiddenAsync();
        await Waiting.Until(() => site.House.Channel.Texts.Contains("Ngắn thôi"));
    }

    [Fact]
    public async Task An_expired_session_is_told_on_sending_and_the_words_and_files_stay()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.AtDesk(hoa, at: An);
        await page.Tap("Nhận");
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chị gửi em");
        await site.Disable(hoa);

        await page.GetByLabel("Kèm tệp").SetInputFilesAsync(new FilePayload { Name = "a.png", MimeType = "image/png", Buffer = Some.Picture });
        await Expect(page.GetByText("Phiên làm việc đã hết. Bạn đăng nhập lại rồi chọn lại tệp")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("Chị gửi em");
        await page.Picture("desk-expired-360");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ tệp a.png" }).ClickAsync();
        await page.Tap("Gửi");

        await Expect(page.GetByText("Phiên làm việc đã hết. Bạn đăng nhập lại rồi làm tiếp; chữ đang viết vẫn được giữ.")).ToBeVisibleAsync();
        Assert.Contains("Chị gửi em", await page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])"), StringComparison.Ordinal);
        Assert.DoesNotContain("Chị gửi em", site.House.Channel.Texts);
    }

    [Fact]
    public async Task Of_two_browsers_of_one_advisor_the_second_sees_what_the_first_sent_before_it_sends()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var phone = await site.AtDesk(hoa, at: An);
        await phone.Tap("Nhận");
        var desktop = await site.AtDesk(hoa, 1280, at: An);
        await desktop.GetByLabel("Câu trả lời của bạn").FillAsync("Từ máy bàn");
        await Expect(desktop.Locator(".present")).ToHaveCountAsync(0);

        await phone.Answer("Từ điện thoại");

        await Expect(desktop.GetByRole(AriaRole.Log)).ToContainTextAsync("Từ điện thoại");
        await Expect(desktop.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("Từ máy bàn");
        await desktop.Tap("Gửi");
        await Expect(phone.GetByRole(AriaRole.Log)).ToContainTextAsync("Từ máy bàn");
        Assert.Equal(["Từ điện thoại", "Từ máy bàn"], site.House.Channel.Texts.TakeLast(2));
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_says_so()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), at: "/staff/hoi-thoai/false%3Ap1%3Anobody");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Không tìm thấy" })).ToBeVisibleAsync();
    }
}
