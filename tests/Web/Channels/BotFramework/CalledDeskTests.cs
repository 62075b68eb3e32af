using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.BotFramework;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>Another desk is called at its own address, on whatever channel the worker writes: `BotFramework:Desk`.</summary>
public sealed class CalledDeskTests
{
    [Theory, OnEveryDatabase]
    public async Task It_is_called_with_what_was_said_and_then_hears_the_worker(Database database)
    {
        await using var desk = await CalledDesk.Open(database);
        await desk.House.Hears("Công ty nợ lương ba tháng");
        await desk.House.Hears("gặp người");
        await desk.House.Hears("có ai không");

        Assert.Equal(["handoff.initiate", "có ai không"], desk.Told);
        var call = desk.Azure.AtDesk[0];
        Assert.Equal((CalledDesk.Worker, "Bearer BAN_1", "https://hoidap.example.vn/api/desk/", "false"),
            (call.Conversation, call.Bearer, (string?)call.Body["serviceUrl"], (string?)call.Body["channelId"]));
        Assert.Equal(("an", FalseAzure.DeskAppId, "skill"), ((string?)call.Body["from"]!["id"], (string?)call.Body["recipient"]!["id"], (string?)call.Body["recipient"]!["role"]));
        Assert.Equal("Người lao động xin gặp tư vấn viên.", (string?)call.Body["value"]!["reason"]);
        Assert.Equal(["user: Công ty nợ lương ba tháng", "bot: Về: Công ty nợ lương ba tháng", "user: gặp người", "bot: Mình đã chuyển."],
            call.Body["attachments"]![0]!["content"]!["activities"]!.AsArray().Select(it => $"{it!["from"]!["role"]}: {it["text"]}"));
        Assert.Equal(2, desk.Azure.AtDesk.Select(it => (string?)it.Body["id"]).Distinct().Count());
        Assert.Equal((Speaker.WaitingForAdvisor, true), ((await desk.Conversation()).Speaker, (await desk.Conversation()).AtOtherDesk));
    }

    [Theory, OnEveryDatabase]
    public async Task Its_words_go_to_the_worker_as_a_persons_and_the_bot_is_silent(Database database)
    {
        await using var desk = await CalledDesk.Open(database);
        await desk.House.Hears("gặp người");

        var (code, body) = await desk.Says("Chào bạn, mình là Lan");
        await desk.House.Hears("em bị nợ lương");

        Assert.Equal((HttpStatusCode.OK, true), (code, (string?)body!["id"] is { Length: > 0 }));
        Assert.Equal(["Mình đã chuyển.", "Chào bạn, mình là Lan"], desk.House.Channel.Texts);
        Assert.True(desk.House.Channel.Carried[^1].ByPerson);
        Assert.Equal("em bị nợ lương", desk.Told[^1]);
        var row = await desk.Conversation();
        Assert.Equal((Speaker.Advisor, null), (row.Speaker, row.Owner));
        Assert.Equal("Lan, luật sư", await desk.House.Read(db => db.Said.Where(it => it.Author == Author.Advisor).Select(it => it.AuthorName).SingleAsync()));
        Assert.NotNull(await desk.House.Read(db => db.Cases.Select(it => it.FirstAnsweredAt).SingleAsync()));
    }

    [Theory, InlineData("completed"), InlineData(null)]
    public async Task When_it_is_done_the_bot_answers_again_and_it_hears_nothing_more(string? state)
    {
        await using var desk = await CalledDesk.Open();
        await desk.House.Hears("gặp người");
        await desk.Tells("accepted");

        await (state is null ? desk.Says(new JsonObject { ["type"] = "endOfConversation" }) : desk.Tells(state));
        await desk.House.Hears("Tôi được nghỉ mấy ngày?");

        Assert.Equal("Về: Tôi được nghỉ mấy ngày?", desk.House.Channel.Texts[^1]);
        Assert.Equal(["handoff.initiate"], desk.Told);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Says("Còn một điều")).Code);
        Assert.Equal("Về: Tôi được nghỉ mấy ngày?", desk.House.Channel.Texts[^1]);
    }

    [Fact]
    public async Task What_it_cannot_take_waits_for_our_advisors_alone()
    {
        await using var desk = await CalledDesk.Open();
        await desk.House.Hears("gặp người");
        await desk.Tells("accepted");

        await desk.Tells("failed");
        await desk.House.Hears("alo");

        var row = await desk.Conversation();
        Assert.Equal((Speaker.WaitingForAdvisor, false), (row.Speaker, row.AtOtherDesk));
        Assert.Equal(["handoff.initiate"], desk.Told);
    }

    [Theory, OnEveryDatabase]
    public async Task An_advisor_of_ours_who_takes_it_ends_its_part(Database database)
    {
        await using var desk = await CalledDesk.Open(database);
        await desk.House.Hears("gặp người");
        await desk.Tells("accepted");
        var hoa = Some.Advisor();

        Assert.Equal(HandoffResult.Done, await desk.House.Get<Handoffs>().Take(CalledDesk.Worker, hoa, CancellationToken.None));
        await desk.House.Quiet();
        await desk.House.Hears("alo");

        Assert.Equal(["handoff.initiate", "endOfConversation"], desk.Told);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Says("Chào bạn")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Tells("completed")).Code);
        Assert.Equal(hoa.Id, (await desk.Conversation()).Owner);
        Assert.Equal(["Mình đã chuyển."], desk.House.Channel.Texts);
    }

    [Fact]
    public async Task A_worker_who_goes_back_to_the_bot_ends_its_part()
    {
        await using var desk = await CalledDesk.Open();
        await desk.House.Hears("gặp người");

        await desk.House.Hears("hỏi bot");
        await desk.House.Hears("gặp người");

        Assert.Equal(["handoff.initiate", "hỏi bot", "endOfConversation", "handoff.initiate"], desk.Told);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task While_it_cannot_be_reached_the_worker_is_answered_and_in_the_end_ours_have_it_alone(bool cuts)
    {
        await using var desk = await CalledDesk.Open();
        (desk.Azure.DeskSays, desk.Azure.DeskCuts) = (HttpStatusCode.BadGateway, cuts);
        await desk.House.Hears("gặp người");
        Assert.Equal(["Mình đã chuyển."], desk.House.Channel.Texts);
        await desk.House.Hears("có ai không");
        Assert.True((await desk.Conversation()).AtOtherDesk);

        for (var i = 0; i < 5; i++)
            await desk.House.After(TimeSpan.FromMinutes(3));
        (desk.Azure.DeskSays, desk.Azure.DeskCuts) = (HttpStatusCode.OK, false);
        await desk.House.After(TimeSpan.FromMinutes(30));

        Assert.Equal((5, 0), (desk.Azure.DeskCalls, desk.Told.Count));
        var row = await desk.Conversation();
        Assert.Equal((Speaker.WaitingForAdvisor, false), (row.Speaker, row.AtOtherDesk));
        Assert.Contains("Không gọi được bàn trực bên ngoài.", string.Join('\n', await desk.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_has_not_heard_when_ours_take_the_conversation_it_never_hears()
    {
        await using var desk = await CalledDesk.Open();
        desk.Azure.DeskSays = HttpStatusCode.BadGateway;
        await desk.House.Hears("gặp người");

        await desk.House.Get<Handoffs>().Take(CalledDesk.Worker, Some.Advisor(), CancellationToken.None);
        desk.Azure.DeskSays = HttpStatusCode.OK;
        await desk.House.After(TimeSpan.FromMinutes(5));

        Assert.Empty(desk.Told);
    }

    [Theory, InlineData(IncomingKind.AnsweredOutside), InlineData(IncomingKind.Withdrew), InlineData(IncomingKind.Left)]
    public async Task An_answer_in_the_pages_inbox_or_a_worker_who_leaves_ends_its_part(IncomingKind kind)
    {
        await using var desk = await CalledDesk.Open();
        await desk.House.Hears("gặp người");

        await desk.House.Brings(Some.Message(kind == IncomingKind.AnsweredOutside ? "Trang trả lời đây" : "") with { Kind = kind });
        await desk.House.Quiet();
        await desk.House.Hears("alo");

        Assert.Equal(["handoff.initiate", "endOfConversation"], desk.Told);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Says("Chào bạn")).Code);
    }

    [Fact]
    public async Task A_worker_who_has_everything_deleted_is_not_heard_there_any_more()
    {
        await using var desk = await CalledDesk.Open(change: plan => plan.Bot = (before, activity) => activity.Text == "xóa"
            ? new Turn(before, [new Activity { Text = "Đã xóa." }]) { Notes = [new Note.DeletionAsked()] }
            : CalledDesk.Answer(before, activity));
        await desk.House.Hears("gặp người");
        await desk.House.Hears("xóa");

        await desk.House.After(TimeSpan.FromSeconds(2));
        await desk.House.Until(async () => !(await desk.Conversation()).AtOtherDesk);
        await desk.House.Quiet();

        Assert.Equal("endOfConversation", desk.Told[^1]);
    }

    // A bot that breaks down ends the conversation as well.
    [Theory, InlineData(false, null), InlineData(true, "SkillError")]
    public async Task When_it_goes_without_having_advised_the_worker_waits_on(bool came, string? code)
    {
        await using var desk = await CalledDesk.Open();
        await desk.House.Hears("gặp người");
        if (came)
            await desk.Tells("accepted");

        await desk.Says(new JsonObject { ["type"] = "endOfConversation", ["code"] = code });

        var row = await desk.Conversation();
        Assert.Equal((Speaker.WaitingForAdvisor, false), (row.Speaker, row.AtOtherDesk));
        Assert.Null(await desk.House.Read(db => db.Cases.Select(it => it.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task Of_an_earlier_case_it_is_told_nothing()
    {
        await using var desk = await CalledDesk.Open();
        await desk.House.Hears("chuyện cũ");
        await desk.House.Hears("gặp người");
        await desk.Tells("accepted");
        await desk.House.After(TimeSpan.FromMinutes(1));
        await desk.Tells("completed");
        await desk.House.After(TimeSpan.FromMinutes(1));

        await desk.House.Hears("gặp người");

        var transcript = desk.Azure.AtDesk[^1].Body["attachments"]![0]!["content"]!["activities"]!.AsArray();
        Assert.Equal(["gặp người", "Mình đã chuyển."], transcript.Select(it => (string?)it!["text"]));
    }

    [Fact]
    public void It_is_not_waited_for_as_long_as_it_asks() =>
        Assert.Equal(TimeSpan.FromMinutes(2), Assert.IsType<Delivery.TryLater>(OtherDeskChannel.Read(429, "", TimeSpan.FromHours(1))).After);

    [Theory, InlineData(HttpStatusCode.Unauthorized, 2), InlineData(HttpStatusCode.NotFound, 1)]
    public async Task When_it_refuses_ours_have_the_conversation_at_once(HttpStatusCode says, int calls)
    {
        await using var desk = await CalledDesk.Open();
        desk.Azure.DeskSays = says;

        await desk.House.Hears("gặp người");

        Assert.Equal((calls, false), (desk.Azure.DeskCalls, (await desk.Conversation()).AtOtherDesk));
        Assert.Contains($"({(int)says})", string.Join('\n', await desk.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_window_of_the_worker_does_not_keep_the_desk_from_hearing()
    {
        await using var desk = await CalledDesk.Open();
        desk.House.Channel.Windows = (TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(-1));

        await desk.House.Hears("gặp người");

        Assert.Equal(["handoff.initiate"], desk.Told);
    }

    // Whether Azure's own channels hand over to it too, or to the desk behind the channel, is a setting.
    [Theory, InlineData("ours", 1, 0), InlineData("channel", 0, 1)]
    public async Task A_channel_with_a_desk_of_its_own_calls_that_one(string handoff, int called, int behind)
    {
        await using var desk = await CalledDesk.Open(change: plan => plan.Settings["BotFramework:Handoff"] = handoff);
        await using var azure = AzureSite.Of(desk.Azure, desk.House);

        await azure.Hears("gặp người", "c7|1");

        Assert.Equal((called, behind), (desk.Azure.AtDesk.Count, desk.Azure.Carried.Count(it => (string?)it.Body["type"] == "event")));
    }
}
