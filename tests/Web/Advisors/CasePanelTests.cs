using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Advisors;

public sealed class CasePanelTests(Browser browser) : IClassFixture<Browser>
{
    private const string An = "/staff/hoi-thoai/false%3Ap1%3Aan";

    [Theory, InlineData(360), InlineData(1280)]
    public async Task A_suggested_article_is_put_into_the_answer_and_not_sent(int width)
    {
        await using var site = await DeskSite.Open(browser, plan => plan.Settings["Knowledge:Folder"] = Path.Combine(Repository.Root, "knowledge-base"));
        await site.House.Hears("công ty trả lương chậm 2 tháng thì bị phạt gì");
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width, at: An);
        await page.Tap("Nhận");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToBeEnabledAsync();
        await page.Picture($"case-folded-{width}");

        await page.Locator(".case > summary").ClickAsync();
        await Expect(page.Locator(".handover")).ToContainTextAsync("công ty trả lương chậm 2 tháng thì bị phạt gì");
        await Expect(page.Locator(".handover .facts")).ToHaveTextAsync("Bao lâu2 tháng");
        Assert.Empty(await Browser.Barriers(page));
        await page.Picture($"case-card-{width}");
        var said = site.House.Channel.Carried.Count;
        await page.GetByLabel("Câu trả lời của bạn").FillAsync("Chào em.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chèn vào câu trả lời" }).First.ClickAsync();

        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"^Chào em\.\n\n.{40,}Căn cứ", System.Text.RegularExpressions.RegexOptions.Singleline));
        await Expect(page.GetByText("Đã chèn vào ô trả lời, chưa gửi.")).ToBeVisibleAsync();
        Assert.Equal(said, site.House.Channel.Carried.Count);
        await page.Picture($"case-inserted-{width}");
    }

    [Theory, InlineData(360, true), InlineData(1280, false)]
    public async Task An_open_case_leaves_the_buttons_below_in_sight(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width, dark, An);
        await page.Locator(".case > summary").ClickAsync();
        await Expect(page.GetByLabel("Lĩnh vực", new() { Exact = true })).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nhận", Exact = true })).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator("#pc-phieu").ScrollIntoViewIfNeededAsync();
        await Expect(page.Locator(".case > summary")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Picture($"case-open-{width}");
        Assert.Empty(await Browser.Barriers(page));
        var transcript = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Tải bản ghi cuộc trò chuyện").ClickAsync());
        Assert.Equal("cuoc-tro-chuyen.transcript", transcript.SuggestedFilename);
        Assert.Contains("gặp tư vấn viên", await File.ReadAllTextAsync(await transcript.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, InlineData(360, true), InlineData(1280, false)]
    public async Task What_the_worker_thinks_of_it_stands_in_the_case(int width, bool dark)
    {
        await using var site = await DeskSite.Open(browser);
        var (hoa, desk) = (await site.Employ("Chị Hoa", "hoa@union.example"), site.House.Get<Handoffs>());
        await site.House.Hears("gặp tư vấn viên");
        await desk.Take("false:p1:an", hoa, TestContext.Current.CancellationToken);
        await desk.Say("false:p1:an", hoa, "Chào em", TestContext.Current.CancellationToken);
        await desk.End("false:p1:an", hoa, CaseResult.Solved, TestContext.Current.CancellationToken);
        await site.House.After(TimeSpan.FromMinutes(5));
        await site.House.Hears("4");
        var page = await site.AtDesk(hoa, width, dark, An);

        await page.Locator(".case > summary").ClickAsync();

        await Expect(page.GetByText("Người lao động chấm 4/5.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("5 · Rất tốt");
        await page.Picture($"case-score-{width}");
        Assert.Empty(await Browser.Barriers(page));
    }

    [Theory, InlineData(360), InlineData(1280)]
    public async Task A_referral_being_written_survives_a_lost_line_and_a_reload_and_is_gone_once_it_is_made(int width)
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width);
        var line = await Line.Of(page);
        await page.GotoAsync(site.House.Address + An);
        await page.Alive();
        await page.Tap("Nhận");
        await page.Locator(".case > summary").ClickAsync();
        await page.GetByLabel("Nơi nhận").SelectOptionAsync("Tòa án");
        await page.GetByLabel("Tên cơ quan nhận").FillAsync("Tòa án nhân dân quận 1");
        await line.Cut();
        await Expect(page.GetByText("Mất kết nối. Đang nối lại…")).ToBeVisibleAsync();
        await page.GetByLabel("Họ tên người lao động").FillAsync("Trần Thị An");
        await page.GetByLabel("Tóm tắt vụ việc").FillAsync("Chậm lương 2 tháng,\ncó bảng lương.");
        line.Mend();
        await Expect(page.GetByText("Mất kết nối. Đang nối lại…")).ToBeHiddenAsync();
        await page.ReloadAsync();
        await page.Alive();
        await page.Locator(".case > summary").ClickAsync();
        await Expect(page.GetByLabel("Tóm tắt vụ việc")).ToHaveValueAsync("Chậm lương 2 tháng,\ncó bảng lương.");
        await page.GetByLabel("Đề nghị").FillAsync("Thụ lý.");
        await page.Picture($"case-referral-draft-{width}");

        await page.Tap("Lập phiếu chuyển");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Tải phiếu" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Tòa án nhân dân quận 1, lập")).ToBeVisibleAsync();
        Assert.Equal(ReferralKind.Court, await site.House.Read(db => Task.FromResult(db.Referrals.Single().Kind)));
        await page.ReloadAsync();
        await page.Alive();
        await page.Locator(".case > summary").ClickAsync();
        await Expect(page.GetByLabel("Tóm tắt vụ việc")).ToHaveValueAsync("");
    }

    [Theory, InlineData(360), InlineData(1280)]
    public async Task A_case_gets_its_labels_its_last_days_and_a_referral_sheet_only_its_owner_opens(int width)
    {
        await using var site = await DeskSite.Open(browser);
        await site.House.Hears("gặp tư vấn viên");
        var page = await site.AtDesk(await site.Employ("Chị Hoa", "hoa@union.example"), width, at: An);
        await page.Tap("Nhận");
        await Expect(page.GetByLabel("Câu trả lời của bạn")).ToBeEnabledAsync();
        await page.Locator(".case > summary").ClickAsync();

        await page.GetByLabel("Thêm nhãn").FillAsync("Nợ lương");
        await page.Tap("Thêm");
        await Expect(page.Locator(".case .labels")).ToContainTextAsync("Nợ lương");
        await page.GetByLabel("Việc khẩn").CheckAsync();
        await Expect(page.Locator(".reason.urgent")).ToBeVisibleAsync();
        await page.GetByLabel("Loại tranh chấp").SelectOptionAsync("Tranh chấp cá nhân");
        await page.GetByLabel("Ngày phát hiện quyền bị vi phạm").FillAsync("2026-06-01");
        await page.Tap("Tính thời hiệu");
        await Expect(page.Locator(".ends .near")).ToContainTextAsync("Hòa giải viên lao động: đến hết ngày 1/12/2026, còn 8 ngày");
        await Expect(page.Locator(".case > summary")).ToContainTextAsync("Sắp hết thời hiệu: còn 8 ngày");
        await page.Locator(".ends").ScrollIntoViewIfNeededAsync();
        await page.Picture($"case-file-{width}");
        Assert.Empty(await Browser.Barriers(page));

        await page.Tap("Lập phiếu chuyển");
        await Expect(page.GetByText("Bạn nhập tên cơ quan nhận.")).ToBeVisibleAsync();
        await page.Picture($"case-referral-{width}");
        await page.GetByLabel("Tên cơ quan nhận").FillAsync("Thanh tra Sở Nội vụ");
        await page.GetByLabel("Họ tên người lao động").FillAsync("Trần Thị An");
        await page.GetByLabel("Tóm tắt vụ việc").FillAsync("Chậm lương 2 tháng.");
        await page.GetByLabel("Đề nghị").FillAsync("Kiểm tra.");
        await page.Tap("Lập phiếu chuyển");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Tải phiếu" });
        var file = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.StartsWith("phieu-chuyen-2026-00001-", file.SuggestedFilename, StringComparison.Ordinal);

        var address = await link.GetAttributeAsync("href");
        var nam = await site.AtDesk(await site.Employ("Anh Nam", "nam@union.example"), width);
        var refused = await nam.APIRequest.GetAsync(site.House.Address + address);
        Assert.EndsWith("/staff/khong-co-quyen", new Uri(refused.Url).AbsolutePath, StringComparison.Ordinal);
    }
}
