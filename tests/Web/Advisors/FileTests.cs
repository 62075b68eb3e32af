using ChatBot.Web.Staff;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

/// <summary>Pictures and documents, from workers and to them, in a real browser.</summary>
public sealed class FileTests(Browser browser) : IClassFixture<Browser>
{
    private const string An = "/staff/hoi-thoai/false%3Ap1%3Aan";

    // A picture browsers really show: one red dot, drawn large.
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==");

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public async Task What_a_worker_sent_is_seen_in_the_transcript_and_opened_without_running_anything(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        await site.House.Brings(Some.File("bảng lương tháng 8.png", Dot));
        await site.House.Brings(Some.File("hợp đồng.pdf", [.. "%PDF-1.7 x"u8]));
        await site.House.Brings(Some.File("anh.jpg", [.. "MZ\0\0"u8]));
        await site.House.Quiet();
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width, dark, An);

        await page.WaitForFunctionAsync("() => document.querySelector('.kept img')?.naturalWidth === 1");
        await Expect(page.Locator(".kept", new() { HasText = "hợp đồng.pdf" })).ToContainTextAsync("1 KB");
        await Expect(page.Locator(".event", new() { HasText = "Không giữ được tệp “anh.jpg”" })).ToBeVisibleAsync();
        await page.Picture($"desk-files-{width}");
        Assert.Empty(await Browser.Barriers(page));

        var picture = await page.APIRequest.GetAsync(await Address(site, page, "bảng lương"));
        Assert.Equal("inline", picture.Headers["content-disposition"].Split(';')[0]);
        var pdf = await page.APIRequest.GetAsync(await Address(site, page, "hợp đồng"));
        Assert.Equal("attachment", pdf.Headers["content-disposition"].Split(';')[0]);
        Assert.Equal(("nosniff", "application/pdf"), (pdf.Headers["x-content-type-options"], pdf.Headers["content-type"]));
        Assert.StartsWith("sandbox; default-src 'none'", pdf.Headers["content-security-policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_open_the_conversation_opens_its_files()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        await site.House.Brings(Some.File("a.png", Dot));
        var hoa = await site.Employ("Chị Hoa", "hoa@union.example");
        var page = await site.AtDesk(hoa, at: An);
        var address = await Address(site, page, "a.png");
        Assert.Equal(200, (await page.APIRequest.GetAsync(address)).Status);
        Assert.True(await site.House.Read(db => db.Audit.AnyAsync(it => it.What == "opened" && it.Who == hoa.Id)));

        await site.Employ("Anh Biên", "bien@union.example", StaffRoles.Editor);
        var editor = await site.Visit("/staff");
        await editor.SignIn("bien@union.example", DeskSite.Password);
        await Expect(editor.GetByLabel("Mật khẩu")).ToBeHiddenAsync();
        var nobody = await site.Visit("/staff");
        foreach (var other in (IPage[])[editor, nobody])
            Assert.NotEqual(200, (await other.APIRequest.GetAsync(address, new() { MaxRedirects = 0 })).Status);

        await site.House.Read(db => db.Conversations.ExecuteUpdateAsync(it => it.SetProperty(row => row.Employer, "May An Bình")));
        await site.House.Read(db => db.Users.Where(it => it.Id == hoa.Id).ExecuteUpdateAsync(it => it.SetProperty(row => row.Employers, "may an binh")));
        Assert.NotEqual(200, (await page.APIRequest.GetAsync(address, new() { MaxRedirects = 0 })).Status);
    }

    [Theory, InlineData(360, true), InlineData(1280, false)]
    public async Task An_advisor_chooses_files_drops_one_and_sends_the_rest_with_the_words(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        var page = await Answering(site, width, dark);
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chị gửi em mẫu đơn");

        await Choose(page, ("mẫu đơn.png", Dot), ("nhầm.png", Dot));
        await Expect(page.Locator(".chosen li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".chosen small").First).ToHaveTextAsync("1 KB");
        await page.Picture($"desk-chosen-{width}");
        Assert.Empty(await Browser.Barriers(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ tệp nhầm.png" }).PressAsync("Enter");
        await page.ReloadAsync();
        await page.Alive();
        await Expect(page.Locator(".chosen li")).ToHaveCountAsync(1);
        await page.Tap("Gửi");

        await Expect(page.Locator(".advisor .kept")).ToContainTextAsync("mẫu đơn.png");
        await Expect(page.Locator(".chosen li")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("");
        await Waiting.Until(() => site.House.Channel.Carried.Count(it => it.File is not null) == 1);
        Assert.Equal("Chị gửi em mẫu đơn", site.House.Channel.Carried[^2].Activity.Text);
        await page.Picture($"desk-sent-file-{width}");
    }

    [Fact]
    public async Task A_false_picture_and_a_file_too_large_are_refused_with_a_sentence_and_the_words_stay()
    {
        await using var site = await DeskSite.Open(browser, plan => plan.Settings["Files:LargestMegabytes"] = "1");
        var page = await Answering(site);
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chị gửi em");

        await Choose(page, ("ảnh.jpg", [.. "MZ\0\0"u8]));
        await Expect(page.Locator("[data-trouble]")).ToContainTextAsync("Không kèm được “ảnh.jpg”. Tệp này không phải ảnh dù tên là .jpg.");
        await page.Picture("desk-false-picture-360");
        await Choose(page, ("ảnh.jpg", new byte[(1024 * 1024) + 1]));
        await Expect(page.Locator("[data-trouble]")).ToContainTextAsync("nhiều hơn mức 1 MB");
        await Choose(page, ("chạy.exe", [.. "MZ"u8]));
        await Expect(page.Locator("[data-trouble]")).ToContainTextAsync("Không kèm được “chạy.exe”. Loại tệp này không nhận được. Chỉ nhận ảnh");

        await Expect(page.Locator(".chosen li")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("Chị gửi em");
        Assert.False(await site.House.Read(db => db.Attachments.AnyAsync()));
    }

    [Fact]
    public async Task Words_do_not_go_without_a_file_that_is_refused_while_they_wait_for_it()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await Answering(site);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/staff/tep**", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chị gửi em ảnh này");
        await Choose(page, ("ảnh.jpg", [.. "MZ\0\0"u8]));
        await Expect(page.Locator(".chosen small")).ToContainTextAsync("đang tải lên…");

        await page.Tap("Gửi");
        held.SetResult();

        await Expect(page.Locator("[data-trouble]")).ToContainTextAsync("Không kèm được “ảnh.jpg”.");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("Chị gửi em ảnh này");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToBeEditableAsync();
        Assert.DoesNotContain("Chị gửi em ảnh này", site.House.Channel.Texts);
    }

    [Fact]
    public async Task Without_a_network_the_file_and_the_words_stay_and_go_later()
    {
        await using var site = await DeskSite.Open(browser);
        var page = await Answering(site);
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chị gửi em");
        await page.RouteAsync("**/staff/tep**", route => route.AbortAsync());

        await Choose(page, ("mẫu.png", Dot));
        await Expect(page.Locator("[data-trouble]")).ToContainTextAsync("Chưa tải tệp lên được vì mất kết nối.");
        await page.Tap("Gửi");
        await Expect(page.Locator("[data-trouble]")).ToHaveTextAsync("Có tệp chưa tải lên được. Bạn bấm Thử lại hoặc Bỏ rồi gửi; chữ vẫn còn.");
        await Expect(page.Locator(".chosen li")).ToContainTextAsync("chưa tải lên được");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync("Chị gửi em");
        Assert.DoesNotContain("Chị gửi em", site.House.Channel.Texts);
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lại mẫu.png" }).ClickAsync();
        await Expect(page.Locator(".chosen li")).ToContainTextAsync("1 KB");
        await page.Tap("Gửi");

        await Expect(page.Locator(".advisor .kept")).ToContainTextAsync("mẫu.png");
    }

    [Fact]
    public async Task When_the_line_breaks_while_sending_the_file_goes_once()
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"));
        var line = await Line.Of(page);
        await page.GotoAsync(site.House.Address + An);
        await page.Alive();
        await page.Tap("Nhận");
        await Choose(page, ("mẫu.png", Dot));
        await Expect(page.Locator(".chosen li")).ToContainTextAsync("1 KB");

        line.Deafen();
        await page.Tap("Gửi");
        await Waiting.Until(() => site.House.Channel.Carried.Any(it => it.File is not null));
        line.Mend();
        await page.ReloadAsync();
        await page.Alive();

        await Expect(page.Locator(".chosen li")).ToHaveCountAsync(0);
        Assert.Single(site.House.Channel.Carried, it => it.File is not null);
    }

    [Fact]
    public async Task After_the_window_for_files_the_composer_says_so_and_words_still_go()
    {
        await using var site = await DeskSite.Open(browser, plan => plan.Channel.FilesMay = TimeSpan.FromMinutes(30));
        var page = await Answering(site);
        await Expect(page.GetByLabel("Kèm tệp")).ToBeEnabledAsync();

        await site.House.After(TimeSpan.FromMinutes(31));

        await Expect(page.GetByLabel("Kèm tệp")).ToBeDisabledAsync();
        await Expect(page.GetByText("chỉ cho gửi tệp đến 09:30 ngày 23/11/2026. Giờ chỉ gửi được chữ bạn tự viết")).ToBeVisibleAsync();
        await page.Picture("desk-no-files-360");
        await page.Answer("Chữ vẫn đi");
        await Waiting.Until(() => site.House.Channel.Texts.Contains("Chữ vẫn đi"));
    }

    private static async Task<IPage> Answering(DeskSite site, int width = 360, bool dark = false)
    {
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width, dark, An);
        await page.Tap("Nhận");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToBeVisibleAsync();
        return page;
    }

    private static Task Choose(IPage page, params (string Name, byte[] Content)[] files) =>
        page.GetByLabel("Kèm tệp").SetInputFilesAsync(files.Select(it => new FilePayload { Name = it.Name, MimeType = "image/png", Buffer = it.Content }));

    private static async Task<string> Address(DeskSite site, IPage page, string name) =>
        site.House.Address + await page.Locator(".kept", new() { HasText = name }).GetAttributeAsync("href");
}
