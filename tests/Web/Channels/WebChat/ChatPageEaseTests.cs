using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>The chat page for every hand and eye: keyboard, screen reader, input methods, small screens, the dark; and as it is shown to people.</summary>
public sealed class ChatPageEaseTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_can_be_reached_and_done_by_keyboard()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        await visit.Page.Locator("#welcome").WaitForAsync();

        var reached = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            reached.Add(await visit.Page.EvaluateAsync<string>("(document.activeElement.getAttribute('aria-label') || document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent).trim().slice(0, 12)"));
        }
        await visit.Page.Locator("#topics button").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(
            ["Tới ô nhập c", "Tùy chọn", "Nội dung trò", "Tiền lươngCô", "Nghỉ việcNgh", "Thai sảnNghỉ", "BHXH một lần", "Thất nghiệpL", "Gặp tư vấn v", "Câu hỏi của ", "Gửi ảnh hoặc", "Gửi"],
            reached);
        await visit.Reads("Về: Công ty chậm trả lương phải làm sao?");
    }

    [Fact]
    public async Task The_menu_opens_and_closes_by_keyboard_and_the_dialog_gives_the_focus_back()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);

        await visit.Button("Tùy chọn").PressAsync("Enter");
        await Expect(visit.Button("Tùy chọn")).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator("#options")).ToBeHiddenAsync();
        await Expect(visit.Button("Tùy chọn")).ToBeFocusedAsync();
        await visit.Page.Locator("footer").GetByText("Quyền riêng tư").PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("không chuyển cho công ty của bạn");
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Page.Locator("footer").GetByText("Quyền riêng tư")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Enter_ends_a_word_in_an_input_method_and_only_then_sends()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        var keyboard = await visit.Context.NewCDPSessionAsync(visit.Page);

        await visit.Field.FocusAsync();
        await keyboard.SendAsync("Input.imeSetComposition", new() { ["text"] = "lươn", ["selectionStart"] = 4, ["selectionEnd"] = 4 });
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Lines).ToHaveCountAsync(0);
        await visit.Field.FillAsync("");
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "lương" });
        await visit.Field.EvaluateAsync("it => it.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))");
        await Expect(visit.Lines).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Reads("Về: lương");
    }

    [Fact]
    public async Task Lines_are_kept_markup_is_text_and_addresses_can_be_opened()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);

        await visit.Field.FillAsync("<img src=x onerror=alert(1)>");
        await visit.Page.Keyboard.PressAsync("Shift+Enter");
        await visit.Page.Keyboard.InsertTextAsync("xem https://example.vn/a?b=1.");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Reads("Về: <img");

        Assert.Equal("<img src=x onerror=alert(1)>\nxem https://example.vn/a?b=1.", (await visit.Texts())[0]);
        await Expect(visit.Page.Locator("#log img")).ToHaveCountAsync(0);
        var link = visit.Page.Locator("#log a").First;
        await Expect(link).ToHaveAttributeAsync("href", "https://example.vn/a?b=1");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
    }

    [Fact]
    public async Task On_the_smallest_phone_nothing_overflows_the_field_grows_to_four_lines_and_does_not_zoom()
    {
        await using var house = await House.Open(Database.Sqlite);
        const int width = 320;
        await using var visit = await browser.Open(house.Address, width);

        await visit.Ask(new string('ư', 400) + " https://example.vn/" + new string('a', 300));
        await visit.Lines.Nth(1).WaitForAsync();
        await visit.Field.FillAsync("1\n2\n3\n4\n5\n6");

        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("(it => it.scrollWidth - it.clientWidth)(document.getElementById('scroll'))"));
        Assert.InRange((await visit.Field.BoundingBoxAsync())!.Height, 100, 120);
        Assert.Equal("16px", await visit.Field.EvaluateAsync<string>("it => getComputedStyle(it).fontSize"));
    }

    [Theory, InlineData(360, true), InlineData(1280, false)]
    public async Task Axe_finds_nothing_serious(int width, bool dark)
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address, width, dark);
        await visit.Page.Locator("#welcome").WaitForAsync();
        await Check();

        await visit.Ask("hỏi");
        await visit.Reads("Về: hỏi");
        await Check();

        await visit.Button("Tùy chọn").ClickAsync();
        await Check();

        await visit.Button("Xóa dữ liệu của tôi").ClickAsync();
        await Check();

        async Task Check()
        {
            var found = (await visit.Page.RunAxe()).Violations.Where(it => it.Impact is "serious" or "critical");
            Assert.Empty(found.Select(it => $"{it.Id}: {string.Join(" | ", it.Nodes.Select(node => node.Html))}"));
        }
    }

    [Fact]
    public async Task The_real_bot_answers_from_the_shipped_knowledge_base_as_people_will_see_it()
    {
        await using var house = await House.Open(Database.Sqlite, plan =>
        {
            plan.Bot = null;
            plan.Settings["Knowledge:Folder"] = Path.Combine(Repository.Root, "knowledge-base");
        });
        foreach (var (width, dark) in new[] { (360, false), (360, true), (1280, false) })
        {
            var name = $"{width}{(dark ? "-dark" : "")}";
            await using var visit = await browser.Open(house.Address, width, dark, page => page.Context.Clock.SetFixedTimeAsync(house.Clock.GetUtcNow().UtcDateTime));
            await visit.Page.Locator("#welcome").WaitForAsync();
            await visit.Picture($"{name}-welcome");
            await visit.Ask("Em làm hợp đồng 1 năm, muốn nghỉ việc thì báo trước bao nhiêu ngày?");
            // Whether it is sure or asks back is the exam's business.
            await visit.Page.Locator("#choices button").First.WaitForAsync();
            if (await visit.Line("Căn cứ:").CountAsync() == 0)
                await visit.Choices.Locator("button").First.ClickAsync();
            await visit.Line("Căn cứ:").Last.WaitForAsync();
            await visit.Picture($"{name}-answer");
            await visit.Page.Locator(".card").GetByText("Cần làm gì").Last.ClickAsync();
            await visit.Line("Cần làm gì").Last.WaitForAsync();
            await Expect(visit.Page.Locator(".bot").Last).Not.ToContainTextAsync("Cần làm gì");
            await visit.Choices.GetByText("Gặp tư vấn viên").ClickAsync();
            await visit.Reads("Mình đã chuyển");
            var conversation = await house.Read(db => Task.FromResult(db.Conversations.OrderByDescending(row => row.LastSaidAt).ThenByDescending(row => row.Id).First(row => row.WaitingSince != null).Id));
            var lan = Some.Advisor("Lan");
            await house.Get<Handoffs>().Take(conversation, lan, Cancel);
            await house.Get<Handoffs>().Say(conversation, lan, "Chào bạn, mình là Lan ở Công đoàn khu công nghiệp. Bạn gửi mình tên công ty và ngày bạn muốn nghỉ nhé.", Cancel);
            await visit.Reads("mình là Lan");
            await visit.Picture($"{name}-advisor");
            await visit.Button("Tùy chọn").ClickAsync();
            await visit.Picture($"{name}-menu");
            await house.Get<Handoffs>().End(conversation, lan, CaseResult.Solved, Cancel);
        }
    }
}
