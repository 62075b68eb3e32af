using ChatBot.Talk;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class OfferingAgainTests
{
    private const string An = "false:p1:an";

    private static readonly StaffMember Hoa = Some.Advisor();

    private static readonly StaffMember Nam = Some.Advisor("Anh Nam");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task What_its_owner_leaves_alone_for_an_hour_on_duty_waits_again_in_its_old_place(Database database)
    {
        await using var house = await Open(database);
        await house.Hears("gặp người");
        await house.After(TimeSpan.FromMinutes(20));
        await house.Hears("gặp người", "binh");
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);

        await house.After(TimeSpan.FromMinutes(59));
        Assert.Equal(Speaker.Advisor, (await Conversation(house)).Speaker);
        await house.After(TimeSpan.FromMinutes(1));
        await house.Until(async () => (await Conversation(house)).Speaker == Speaker.WaitingForAdvisor);

        Assert.Equal(["an", "binh"], (await house.Get<Desk>().List(DeskList.Waiting, new DeskSight(Nam), Cancel)).Select(it => it.Conversation.Person));
        Assert.Null((await Conversation(house)).Owner);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_has_answered_keeps_it_until_the_worker_writes_again_and_is_left_alone(Database database)
    {
        await using var house = await Open(database);
        await house.Hears("gặp người");
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.Get<Handoffs>().Say(An, Hoa, "Chào bạn", Cancel);
        await house.After(TimeSpan.FromDays(2));
        Assert.Equal(Hoa.Id, (await Conversation(house)).Owner);

        // Wednesday 9:00, and an hour on duty later.
        await house.Hears("dạ chị ơi");
        await house.Hears("chị còn đó không");
        await house.After(TimeSpan.FromHours(1));
        await house.Until(async () => (await Conversation(house)).Speaker == Speaker.WaitingForAdvisor);
        Assert.Equal(house.Clock.GetUtcNow().AddHours(-1), (await Conversation(house)).WaitingSince);
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_pages_inbox_leaves_alone_comes_to_the_desk(Database database)
    {
        await using var house = await Open(database);
        await house.Brings(Some.Message("Chào bạn") with { Kind = IncomingKind.AnsweredOutside });
        await house.Hears("em hỏi tiếp");
        await house.After(TimeSpan.FromHours(1));
        await house.Until(async () => (await Conversation(house)).Speaker == Speaker.WaitingForAdvisor);
    }

    [Theory, OnEveryDatabase]
    public async Task A_timer_that_ran_out_while_the_program_was_down_is_kept_and_of_several_machines_one_acts(Database database)
    {
        string? connection;
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, OfficeHours.Offset));
        await using (var house = await Open(database, plan => plan.Clock = clock))
        {
            await house.Hears("gặp người");
            await house.Get<Handoffs>().Take(An, Hoa, Cancel);
            connection = house.Plan.Connection;
        }

        clock.Advance(TimeSpan.FromHours(3));
        await using var first = await Open(database, plan => (plan.Connection, plan.Clock) = (connection, clock));
        await using var second = await Open(database, plan => (plan.Connection, plan.Clock) = (connection, clock));
        await first.Until(async () => (await Conversation(first)).Speaker == Speaker.WaitingForAdvisor);
        await first.After(TimeSpan.FromMinutes(2));

        Assert.Equal(1, await first.Read(db => db.Said.CountAsync(it => it.Activity.Contains("chuyển lại hàng chờ"), Cancel)));
    }

    private static Task<House> Open(Database database, Action<HousePlan>? change = null) => House.Open(database, plan =>
    {
        plan.Bot = (before, activity) => new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, false)] };
        change?.Invoke(plan);
    });

    private static Task<ConversationRow> Conversation(House house) => house.Read(db => db.Conversations.SingleAsync(it => it.Id == An, Cancel));
}
