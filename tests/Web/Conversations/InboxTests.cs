using ChatBot.Talk;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class InboxTests
{
    [Theory, OnEveryDatabase]
    public async Task A_message_is_stored_once_and_answered_once_however_often_the_platform_brings_it(Database database)
    {
        await using var house = await House.Open(database);
        var message = Some.Message("Tôi được nghỉ mấy ngày?");

        await house.Brings(message, message);
        await house.Quiet();
        await house.Brings(message);
        await house.Quiet();

        Assert.Equal(["Về: Tôi được nghỉ mấy ngày?"], house.Channel.Texts);
        Assert.Equal(1, await house.Read(db => db.Inbox.CountAsync()));
        Assert.Equal([Author.Worker, Author.Bot], await house.Read(db => db.Said.OrderBy(it => it.Id).Select(it => it.Author).ToListAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task A_message_brought_by_many_at_once_is_stored_once_and_answered_once(Database database)
    {
        await using var house = await House.Open(database);
        var message = Some.Message("Tôi được nghỉ mấy ngày?");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.Brings(message)));
        await house.Quiet();

        Assert.Single(house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_id_on_another_page_is_another_message(Database database)
    {
        await using var house = await House.Open(database);
        var message = Some.Message("Xin chào các bạn");

        await house.Brings(message, message with { Page = "p2" });
        await house.Quiet();

        Assert.Equal(["p1", "p2"], house.Channel.Carried.Select(it => it.To.Page).Order());
    }

    [Theory, OnEveryDatabase]
    public async Task Each_person_is_answered_in_the_order_of_their_messages(Database database)
    {
        await using var house = await House.Open(database);
        string[] people = ["an", "bình", "chi", "dũng"];

        for (var number = 0; number < 10; number++)
            await Task.WhenAll(people.Select(person => house.Brings(Some.Tap($"{person} {number}", person))));
        await house.Quiet();

        foreach (var person in people)
            Assert.Equal(
                Enumerable.Range(0, 10).Select(number => $"Về: {person} {number}"),
                house.Channel.Carried.Where(it => it.To.Person == person).Select(it => it.Activity.Text));
    }

    [Theory, OnEveryDatabase]
    public async Task What_waits_is_read_in_the_order_it_was_said_and_not_as_it_came(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Settings["Conversations:BurstPause"] = "00:00:01");
        var now = house.Clock.GetUtcNow();

        await house.Brings(Said("việc thứ hai", now.AddSeconds(-1)));
        await house.Brings(Said("việc thứ nhất", now.AddSeconds(-2)));
        await house.After(TimeSpan.FromSeconds(1));

        Assert.Equal(["Về: việc thứ nhất\nviệc thứ hai"], house.Channel.Texts);

        static Incoming Said(string text, DateTimeOffset at) =>
            Some.Message(text) is var message ? message with { Activity = message.Activity with { LocalTimestamp = at } } : null!;
    }

    [Theory, OnEveryDatabase]
    public async Task A_person_who_answers_in_the_pages_own_inbox_silences_the_bot(Database database)
    {
        await using var house = await House.Open(database);
        await house.Hears("Lương của tôi bị chậm");

        await house.Brings(Some.Message("Chào bạn, Hoa đây") with { Kind = IncomingKind.AnsweredOutside });
        await house.Hears("Vâng, chào chị");

        Assert.Equal(["Về: Lương của tôi bị chậm"], house.Channel.Texts);
        var conversation = await house.Read(db => db.Conversations.SingleAsync());
        Assert.Equal((Speaker.Advisor, null, null), (conversation.Speaker, conversation.Owner, conversation.DueAt));
        Assert.Equal([Author.Worker, Author.Bot, Author.Page, Author.Worker], await house.Read(db => db.Said.OrderBy(it => it.Id).Select(it => it.Author).ToListAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task Our_own_echo_marks_the_reply_sent_and_is_not_answered(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.Unknown("đứt kết nối"));
        await house.Hears("Tôi được nghỉ mấy ngày?");
        var reply = await house.Read(db => db.Outbox.SingleAsync());
        Assert.Equal(OutboxState.Sending, reply.State);

        await house.Brings(Some.Message(house.Channel.Texts[0]) with { Kind = IncomingKind.OurEcho, EchoOf = reply.Id, ExternalId = "mid-9" });
        await house.After(TimeSpan.FromMinutes(1));

        reply = await house.Read(db => db.Outbox.SingleAsync());
        Assert.Equal((OutboxState.Sent, "mid-9", null), (reply.State, reply.ExternalId, reply.Why));
        Assert.Single(house.Channel.Carried);
        Assert.Equal(2, await house.Read(db => db.Said.CountAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task An_echo_from_another_conversation_marks_nothing(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.Unknown("đứt kết nối"));
        await house.Hears("Tôi được nghỉ mấy ngày?");
        var reply = await house.Read(db => db.Outbox.SingleAsync());

        await house.Brings(Some.Message("x", "người lạ") with { Kind = IncomingKind.OurEcho, EchoOf = reply.Id });

        Assert.Equal(OutboxState.Sending, await house.Read(db => db.Outbox.Select(it => it.State).SingleAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_channel_says_of_the_platform_time_does_not_move_the_moment_of_the_turn(Database database)
    {
        var heard = new List<DateTimeOffset?>();
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) =>
        {
            heard.Add(activity.Timestamp);
            return new Turn(before, []);
        });
        var message = Some.Message("Tôi được nghỉ mấy ngày?");

        await house.Brings(message with { Activity = message.Activity with { LocalTimestamp = DateTimeOffset.UnixEpoch } });
        await house.Quiet();

        Assert.Equal([house.Clock.GetUtcNow()], heard.ConvertAll(it => it!.Value));
    }

    [Fact]
    public async Task While_the_database_takes_nothing_the_platform_is_told_and_its_repeat_is_kept()
    {
        await using var house = await House.Open(Database.Postgres);
        var message = Some.Message("Tôi được nghỉ mấy ngày?");
        await PostgresCluster.Shut(house.Plan.Connection!, "ALLOW_CONNECTIONS false");
        await Assert.ThrowsAsync<StoreUnavailable>(() => house.Brings(message));
        await PostgresCluster.Shut(house.Plan.Connection!, "ALLOW_CONNECTIONS true");

        await house.Brings(message);
        await house.After(TimeSpan.FromSeconds(1));

        Assert.Equal(["Về: Tôi được nghỉ mấy ngày?"], house.Channel.Texts);
    }
}
