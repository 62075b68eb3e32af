using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>The whole walk with a false Azure on a real socket.</summary>
public sealed class BotFrameworkWalkTests : IAsyncLifetime
{
    private AzureSite site = null!;

    public async ValueTask InitializeAsync() => site = await AzureSite.Open();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_question_is_answered_through_the_connector_as_the_schema_wants_it()
    {
        await site.Hears("Tôi được nghỉ mấy ngày?");

        var reply = Assert.Single(site.Azure.Messages);
        Assert.Equal(("c7", "c7|0001", "Bearer MA_1", "Về: Tôi được nghỉ mấy ngày?"), (reply.Conversation, reply.Answered, reply.Bearer, reply.Text));
        Assert.Equal("""{"id":"tro-ly","name":"Trợ lý","role":"bot"}""", reply.Body["from"]!.ToJsonString(Plain));
        Assert.Equal("""{"id":"dl_u1","role":"user"}""", reply.Body["recipient"]!.ToJsonString());
        Assert.Equal("c7|0001", (string?)reply.Body["replyToId"]);
        Assert.Null(reply.Body["id"]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task An_activity_delivered_twice_is_answered_once_and_its_id_counts_within_its_conversation()
    {
        await site.Hears("chào", "1");
        await site.Hears("chào", "1");
        await site.Posts(site.Message("chào", "1", it => it["conversation"]!["id"] = "c8"));
        await site.House.Quiet();

        Assert.Equal(["c7", "c8"], site.Azure.Messages.Select(it => it.Conversation));
        Assert.All(site.Azure.Messages, it => Assert.Equal("1", it.Answered));
    }

    [Fact]
    public async Task One_token_serves_many_answers_until_shortly_before_its_end()
    {
        await site.Hears("một", "c7|1");
        await site.Hears("hai", "c7|2");
        Assert.Single(site.Azure.TokensAsked);

        site.House.Clock.Advance(TimeSpan.FromMinutes(56));
        await site.Hears("ba", "c7|3");

        Assert.Equal(2, site.Azure.TokensAsked.Count);
        Assert.Equal("Bearer MA_2", site.Azure.Messages[^1].Bearer);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_replaced_at_once()
    {
        await site.Hears("một", "c7|1");
        site.Azure.AnswersNext(HttpStatusCode.Unauthorized);

        await site.Hears("hai", "c7|2");

        Assert.Equal("Bearer MA_2", site.Azure.Messages[^1].Bearer);
        Assert.Equal("Về: hai", site.Azure.Messages[^1].Text);
    }

    [Fact]
    public async Task A_busy_connector_gets_the_answer_later()
    {
        site.Azure.AnswersNext(HttpStatusCode.TooManyRequests, """{"error":{"code":"TooManyRequests","message":"throttled"}}""");

        await site.Hears("Tôi được nghỉ mấy ngày?");
        Assert.Empty(site.Azure.Messages);
        await site.House.After(TimeSpan.FromMinutes(1));

        Assert.Single(site.Azure.Messages);
    }

    [Fact]
    public async Task A_refusal_is_shown_to_the_advisors()
    {
        site.Azure.AnswersNext(HttpStatusCode.Forbidden, """{"error":{"code":"BotNotInConversationRoster","message":"x"}}""");

        await site.Hears("Tôi được nghỉ mấy ngày?");

        var reply = await site.House.Read(db => db.Outbox.SingleAsync());
        Assert.Equal(OutboxState.Refused, reply.State);
        Assert.Contains("BotNotInConversationRoster", reply.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("installationUpdate")]
    [InlineData("somethingNew")]
    public async Task What_we_have_no_use_for_is_taken_and_left_out(string type)
    {
        Assert.Equal(HttpStatusCode.OK, (await site.Posts(site.Message("x", change: it => it["type"] = type))).Code);

        Assert.Empty(await site.House.Read(db => db.Inbox.ToListAsync()));
    }

    [Fact]
    public async Task An_invoke_is_answered_at_once()
    {
        var (code, body) = await site.Posts(site.Message("", change: it => (it["type"], it["name"], it["value"]) = ("invoke", "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject() })));
        Assert.Equal((HttpStatusCode.OK, 200, "application/vnd.microsoft.activity.message"), (code, (int)body!["statusCode"]!, (string?)body["type"]));

        Assert.Equal(HttpStatusCode.NotImplemented, (await site.Posts(site.Message("", change: it => (it["type"], it["name"]) = ("invoke", "task/fetch")))).Code);
    }

    [Fact]
    public async Task Replies_that_are_expected_come_in_the_response_and_nowhere_else()
    {
        var (code, body) = await site.Posts(site.Message("Tôi được nghỉ mấy ngày?", change: it => it["deliveryMode"] = "expectReplies"));
        await site.House.Quiet();

        Assert.Equal(HttpStatusCode.OK, code);
        var reply = Assert.Single(body!["activities"]!.AsArray())!;
        Assert.Equal(("message", "Về: Tôi được nghỉ mấy ngày?", "c7|0001"), ((string?)reply["type"], (string?)reply["text"], (string?)reply["replyToId"]));
        Assert.Empty(site.Azure.Carried);
    }

    [Fact]
    public async Task What_nobody_answers_is_an_empty_list_where_replies_are_expected()
    {
        var (code, body) = await site.Posts(site.Message("", change: it => (it["type"], it["deliveryMode"]) = ("typing", "expectReplies")));

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Empty(body!["activities"]!.AsArray());
    }

    [Fact]
    public async Task How_a_person_is_answered_is_kept_without_their_name()
    {
        await site.Hears("Tôi được nghỉ mấy ngày?");

        Assert.DoesNotContain("Bình", (await site.Conversation()).Reference, StringComparison.Ordinal);
        Assert.Contains("dl_u1", (await site.Conversation()).Reference, StringComparison.Ordinal);
    }
}

/// <summary>With a bot that does not answer in time.</summary>
public sealed class LateRepliesTests
{
    [Fact]
    public async Task Replies_that_come_too_late_for_the_response_go_through_the_connector()
    {
        using var goesOn = new SemaphoreSlim(0);
        await using var site = await AzureSite.Open(plan => plan.Bot = (before, activity) =>
        {
            goesOn.Wait();
            return new Turn(before, [new Activity { Text = "muộn" }]);
        });

        var asked = site.Posts(site.Message("chào", change: it => it["deliveryMode"] = "expectReplies"));
        await Waiting.Until(() => site.House.Read(db => db.Inbox.AnyAsync()));
        await Waiting.Until(() => Task.FromResult(asked.IsCompleted), nudge: () => site.House.Clock.Advance(TimeSpan.FromSeconds(3)));
        Assert.Empty((await asked).Body!["activities"]!.AsArray());
        goesOn.Release(100);
        await Waiting.Until(() => Task.FromResult(site.Azure.Messages.Count > 0), nudge: () => site.House.Clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal("muộn", Assert.Single(site.Azure.Messages).Text);
    }
}
