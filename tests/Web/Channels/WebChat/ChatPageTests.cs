using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>The chat page in a real browser, against the whole program.</summary>
public sealed class ChatPageTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_answered_with_buttons_and_a_tap_shows_its_title_and_brings_its_payload()
    {
        await using var house = await House.Open(Database.Sqlite, plan => plan.Bot = Chooses);
        await using var visit = await browser.Open(house.Address);

        await visit.Ask("nghỉ việc");
        await visit.Choices.GetByText("1. Báo trước").TapAsync();

        await visit.Reads("Bạn chọn #bai:bao-truoc");
        Assert.Equal(["nghỉ việc", "Ý bạn là câu nào?", "1. Báo trước", "Bạn chọn #bai:bao-truoc"], await visit.Texts());
        await Expect(visit.Choices).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Everything_works_by_typing_a_number_too_and_card_buttons_stay()
    {
        await using var house = await House.Open(Database.Sqlite, plan => plan.Bot = Chooses);
        await using var visit = await browser.Open(house.Address);

        await visit.Ask("nghỉ việc");
        await visit.Reads("Ý bạn là câu nào?");
        await visit.Ask("2");
        await visit.Reads("Bạn chọn 2");
        await visit.Page.Locator(".card").GetByText("Chi tiết").TapAsync();

        await visit.Reads("Bạn chọn #chi-tiet");
    }

    [Fact]
    public async Task The_first_view_greets_and_a_topic_asks_its_question()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);

        await Expect(visit.Page.Locator("#topics button")).ToHaveCountAsync(6);
        await visit.Page.GetByText("Thai sản", new() { Exact = true }).TapAsync();

        await visit.Reads("Về: Nghỉ thai sản được mấy tháng?");
        await Expect(visit.Page.Locator("#welcome")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task After_a_reload_everything_said_is_there_once_and_the_talk_goes_on()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        await visit.Ask("một");
        await visit.Reads("Về: một");

        await visit.Page.ReloadAsync();
        await visit.Reads("Về: một");
        await visit.Ask("hai");
        await visit.Reads("Về: hai");

        Assert.Equal(["một", "Về: một", "hai", "Về: hai"], await visit.Texts());
    }

    [Fact]
    public async Task When_the_server_restarts_what_was_typed_meanwhile_is_sent_and_nothing_is_lost_or_doubled()
    {
        var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        await visit.Ask("trước");
        await visit.Reads("Về: trước");

        var address = house.Address;
        await house.DisposeAsync();
        await visit.Ask("trong lúc tắt");
        await Expect(visit.Page.Locator("#network")).ToHaveTextAsync("Đang kết nối lại…");
        await using var again = await house.Beside(plan => plan.Settings["urls"] = address);

        await visit.Reads("Về: trong lúc tắt");
        await visit.Ask("sau");
        await visit.Reads("Về: sau");
        Assert.Equal(["trước", "Về: trước", "trong lúc tắt", "Về: trong lúc tắt", "sau", "Về: sau"], await visit.Texts());
        await Expect(visit.Page.Locator("#network")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task What_is_typed_without_a_network_waits_visibly_and_is_sent_in_order()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        await visit.Page.Locator("#welcome").WaitForAsync();

        await visit.Context.SetOfflineAsync(true);
        await visit.Ask("một");
        await visit.Ask("hai");
        await Expect(visit.Lines.First).ToContainTextAsync("Chờ có mạng để gửi");
        await Expect(visit.Page.Locator("#network")).ToContainTextAsync("Mất mạng");
        await visit.Picture("360-offline");
        await visit.Context.SetOfflineAsync(false);

        await visit.Reads("Về: hai");
        Assert.Equal(["một", "hai"], (await visit.Texts()).Where(it => !it.StartsWith("Về", StringComparison.Ordinal)));
        await Expect(visit.Lines.Filter(new() { HasText = "Chờ" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_message_the_server_refuses_can_be_sent_again_by_a_tap()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        await visit.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 400, Body = "{}" }));

        await visit.Ask("hỏi");
        var again = visit.Button("Chưa gửi được – chạm để gửi lại");
        await again.WaitForAsync();
        await visit.Page.UnrouteAsync("**/activities");
        await again.TapAsync();

        await visit.Reads("Về: hỏi");
        await Expect(visit.Lines.First).ToContainTextAsync("Đã gửi");
    }

    [Fact]
    public async Task An_answer_that_got_lost_on_the_way_back_does_not_double_the_question()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        var lost = 0;
        await visit.Page.RouteAsync("**/activities", async route =>
        {
            await route.FetchAsync();
            if (lost++ == 0)
                await route.AbortAsync();
            else
                await route.ContinueAsync();
        });

        await visit.Ask("hỏi");
        await visit.Reads("Về: hỏi");
        await Waiting.Until(() => lost > 1);
        await house.Quiet();

        Assert.Equal(["hỏi", "Về: hỏi"], await visit.Texts());
    }

    [Fact]
    public async Task Without_a_web_socket_the_page_polls()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address, before: page => page.AddInitScriptAsync(
            "window.WebSocket = class { constructor() { setTimeout(() => this.onclose?.(), 5); } close() {} send() {} }"));

        await visit.Ask("hỏi");
        await visit.Reads("Về: hỏi");

        Assert.Equal(["hỏi", "Về: hỏi"], await visit.Texts());
    }

    [Fact]
    public async Task An_advisors_words_are_seen_to_be_a_persons_and_the_header_says_who_speaks()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        await visit.Ask("gặp người");
        await visit.Reads("Về: gặp người");
        var conversation = await house.Read(db => db.Conversations.Select(row => row.Id).SingleAsync(Cancel));
        var lan = Some.Advisor("Lan");

        await house.Get<Handoffs>().Take(conversation, lan, Cancel);
        await house.Get<Handoffs>().Say(conversation, lan, "Chào bạn.", Cancel);

        await visit.Reads("Chào bạn.");
        await Expect(visit.Page.Locator(".advisor .who")).ToHaveTextAsync("Tư vấn viên Lan · người thật");
        await Expect(visit.Page.Locator("#speaker")).ToHaveTextAsync("Tư vấn viên Lan · người thật");
        await visit.Page.ReloadAsync();
        await visit.Reads("Chào bạn.");
        await Expect(visit.Page.Locator(".advisor")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_new_conversation_starts_empty_and_a_lost_one_says_so()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var visit = await browser.Open(house.Address);
        await visit.Ask("một");
        await visit.Reads("Về: một");

        await visit.Button("Tùy chọn").TapAsync();
        await visit.Button("Cuộc trò chuyện mới").TapAsync();
        await visit.Button("Bắt đầu mới").TapAsync();
        await Expect(visit.Lines).ToHaveCountAsync(0);
        await visit.Page.Locator("#welcome").WaitForAsync();
        await visit.Ask("hai");
        await visit.Reads("Về: hai");
        await visit.Page.EvaluateAsync("localStorage.setItem('cong-doan-chat', JSON.stringify({ ...JSON.parse(localStorage['cong-doan-chat']), token: 'a.b.c' }))");
        await visit.Page.ReloadAsync();

        await Expect(visit.Page.Locator(".note")).ToContainTextAsync("không còn mở lại được");
        Assert.Equal(2, await house.Read(db => db.Conversations.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Who_asks_for_deletion_sees_it_done_when_it_is_done()
    {
        await using var house = await House.Open(Database.Sqlite, plan => plan.Bot = null);
        await using var visit = await browser.Open(house.Address);
        await visit.Ask("chào bạn");
        await visit.Reads("Chào bạn");

        await visit.Button("Tùy chọn").TapAsync();
        await visit.Button("Xóa dữ liệu của tôi").TapAsync();
        await visit.Button("Xóa hết").TapAsync();
        await visit.Reads("Mình sẽ xóa nội dung");
        await house.After(TimeSpan.FromSeconds(2));

        await Expect(visit.Page.Locator(".note")).ToHaveTextAsync("Nội dung trò chuyện của bạn đã được xóa khỏi hệ thống.");
        await Expect(visit.Lines).ToHaveCountAsync(0);
        Assert.Equal(0, await house.Read(db => db.Said.CountAsync(row => row.Author == Author.Worker, Cancel)));
    }

    private static Turn Chooses(Conversation before, Activity activity) => new(before,
    [
        activity.Text == "nghỉ việc"
            ? new Activity { Text = "Ý bạn là câu nào?", SuggestedActions = new([], [CardAction.PostBack("1. Báo trước", "#bai:bao-truoc"), CardAction.PostBack("2. Trợ cấp", "#bai:tro-cap")]) }
            : new Activity { Text = $"Bạn chọn {activity.Said}", Attachments = [new HeroCard(Buttons: [CardAction.PostBack("Chi tiết", "#chi-tiet")]).ToAttachment()] },
    ]);
}
