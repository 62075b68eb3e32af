using System.Net;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>Another desk than ours answers: `BotFramework:Handoff=channel`.</summary>
public sealed class OtherDeskTests
{
    private static Task<AzureSite> Open(Database database, string desk = "channel") => AzureSite.Open(plan =>
    {
        plan.Settings["BotFramework:Handoff"] = desk;
        plan.Bot = (before, activity) => activity.Text!.Contains("gặp người", StringComparison.Ordinal)
            ? new Turn(before with { Speaker = Speaker.WaitingForAdvisor }, [new Activity { Text = "Mình đã chuyển." }]) { Notes = [new Note.HandedOver("Người lao động xin gặp tư vấn viên.", false)] }
            : new Turn(before, before.Speaker == Speaker.Bot ? [new Activity { Text = $"Về: {activity.Text}" }] : []);
    }, database);

    [Theory, OnEveryDatabase]
    public async Task It_is_called_with_what_was_said_so_far(Database database)
    {
        await using var site = await Open(database);
        await site.Hears("Công ty nợ lương ba tháng", "c7|1");
        await site.Hears("gặp người", "c7|2");

        var call = Assert.Single(site.Azure.Carried, it => (string?)it.Body["type"] == "event");
        Assert.Equal(("handoff.initiate", "c7", null), ((string?)call.Body["name"], call.Conversation, call.Answered));
        Assert.Equal("Người lao động xin gặp tư vấn viên.", (string?)call.Body["value"]!["reason"]);
        var transcript = Assert.Single(call.Body["attachments"]!.AsArray())!;
        Assert.Equal(("application/json", "Transcript"), ((string?)transcript["contentType"], (string?)transcript["name"]));
        var said = transcript["content"]!["activities"]!.AsArray();
        Assert.Equal(["user: Công ty nợ lương ba tháng", "bot: Về: Công ty nợ lương ba tháng", "user: gặp người"],
            said.Take(3).Select(it => $"{it!["from"]!["role"]}: {it["text"]}"));
        Assert.Equal("Mình đã chuyển.", site.Azure.Messages[^1].Text);
        Assert.Equal(Speaker.WaitingForAdvisor, (await site.Conversation()).Speaker);
    }

    [Theory, OnEveryDatabase]
    public async Task When_it_has_taken_the_conversation_the_bot_is_silent_until_it_is_done(Database database)
    {
        await using var site = await Open(database);
        await site.Hears("gặp người", "c7|1");
        await Tells(site, "accepted", "c7|2");
        Assert.Equal((Speaker.Advisor, null), ((await site.Conversation()).Speaker, (await site.Conversation()).OwedSince));

        await site.Hears("còn đó không", "c7|3");
        Assert.Equal("Mình đã chuyển.", site.Azure.Messages[^1].Text);

        await Tells(site, "completed", "c7|4");
        await site.Hears("Tôi được nghỉ mấy ngày?", "c7|5");

        Assert.Equal(Speaker.Bot, (await site.Conversation()).Speaker);
        Assert.Equal("Về: Tôi được nghỉ mấy ngày?", site.Azure.Messages[^1].Text);
        Assert.Equal(CaseResult.Advised, await site.House.Read(db => db.Cases.Select(it => it.Result).SingleAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task What_it_cannot_take_waits_for_our_advisors(Database database)
    {
        await using var site = await Open(database);
        await site.Hears("gặp người", "c7|1");
        await Tells(site, "accepted", "c7|2");

        await Tells(site, "failed", "c7|3");

        var row = await site.Conversation();
        Assert.Equal((Speaker.WaitingForAdvisor, (string?)null), (row.Speaker, row.Owner));
        Assert.NotNull(row.WaitingSince);
    }

    [Theory, OnEveryDatabase]
    public async Task Its_word_comes_too_late_for_what_an_advisor_of_ours_has_taken(Database database)
    {
        await using var site = await Open(database);
        await site.Hears("gặp người", "c7|1");
        var hoa = Some.Advisor();
        Assert.Equal(HandoffResult.Done, await site.House.Get<Handoffs>().Take("botframework:webchat:c7", hoa, CancellationToken.None));

        await Tells(site, "accepted", "c7|2");
        await Tells(site, "completed", "c7|3");

        Assert.Equal((Speaker.Advisor, hoa.Id), ((await site.Conversation()).Speaker, (await site.Conversation()).Owner));
    }

    [Fact]
    public async Task An_advisor_of_ours_can_answer_there_too()
    {
        await using var site = await Open(Database.Sqlite, "ours");
        await site.Hears("gặp người", "c7|1");
        var hoa = Some.Advisor();
        await site.House.Get<Handoffs>().Take("botframework:webchat:c7", hoa, CancellationToken.None);
        await site.House.Get<Handoffs>().Say("botframework:webchat:c7", hoa, "Chào bạn, mình là Hoa", CancellationToken.None);
        await site.House.Quiet();

        Assert.Equal(("Chào bạn, mình là Hoa", null), (site.Azure.Messages[^1].Text, site.Azure.Messages[^1].Answered));
    }

    [Fact]
    public async Task With_our_own_desk_nobody_else_is_called_and_nobody_elses_word_counts()
    {
        await using var site = await Open(Database.Sqlite, "ours");
        await site.Hears("gặp người", "c7|1");
        await Tells(site, "accepted", "c7|2");

        Assert.DoesNotContain(site.Azure.Carried, it => (string?)it.Body["type"] == "event");
        Assert.Equal(Speaker.WaitingForAdvisor, (await site.Conversation()).Speaker);
    }

    private static async Task Tells(AzureSite site, string state, string id)
    {
        Assert.Equal(HttpStatusCode.OK, (await site.Posts(site.Status(state, id))).Code);
        await site.House.Quiet();
    }
}
