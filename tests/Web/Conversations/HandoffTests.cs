using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class HandoffTests
{
    private const string An = "false:p1:an";

    private static readonly StaffMember Hoa = Some.Advisor();

    private static readonly StaffMember Nam = Some.Advisor("Anh Nam");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Func<Conversation, Activity, Turn> Calls(bool urgent = false) => (before, activity) => new Turn(before, [])
    {
        Notes = [new Note.HandedOver(activity.Text!, urgent || activity.Text!.Contains('!', StringComparison.Ordinal))],
    };

    [Theory, OnEveryDatabase]
    public async Task An_advisor_takes_answers_and_ends_and_the_bot_is_silent_meanwhile(Database database)
    {
        var back = new List<bool>();
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) =>
        {
            back.Add(before.ComesBack);
            return new Turn(before with { ComesBack = false }, [new Activity { Text = $"Về: {activity.Text}" }]);
        });
        var desk = house.Get<Handoffs>();
        await house.Hears("Tôi cần gặp người");

        Assert.Equal(HandoffResult.Done, await desk.Take(An, Hoa, Cancel));
        Assert.Equal(HandoffResult.Done, await desk.Say(An, Hoa, "  Chào bạn, mình là Hoa  ", Cancel));
        await house.Hears("Chào chị");
        Assert.Equal(HandoffResult.Done, await desk.End(An, Hoa, CaseResult.Solved, Cancel));
        await house.Hears("Lương tối thiểu?");

        Assert.Equal(["Về: Tôi cần gặp người", "Chào bạn, mình là Hoa", "Về: Lương tối thiểu?"], house.Channel.Texts);
        Assert.Equal([false, true], back);
        Assert.Equal(
            [Author.Worker, Author.Bot, Author.System, Author.Advisor, Author.Worker, Author.System, Author.Worker, Author.Bot],
            (await house.Get<Desk>().Transcript(An, 0, Cancel)).Select(it => it.Said.Author));
    }

    [Theory, OnEveryDatabase]
    public async Task Taking_over_goes_from_the_colleague_one_saw_and_from_nobody_else(Database database)
    {
        var chi = Some.Advisor("Chị Chi");
        await using var house = await House.Open(database);
        var desk = house.Get<Handoffs>();
        await house.Hears("Tôi cần gặp người");
        Assert.Equal(HandoffResult.NotYours, await desk.TakeOver(An, Hoa.Id, Nam, Cancel));
        await desk.Take(An, Hoa, Cancel);

        Assert.Equal(HandoffResult.Done, await desk.TakeOver(An, Hoa.Id, Nam, Cancel));
        Assert.Equal(HandoffResult.NotYours, await desk.TakeOver(An, Hoa.Id, chi, Cancel));
        Assert.Equal(HandoffResult.NotYours, await desk.Say(An, Hoa, "vẫn là mình", Cancel));
        Assert.Equal(HandoffResult.Done, await desk.Say(An, Nam, "mình nhận thay", Cancel));
    }

    [Theory, OnEveryDatabase]
    public async Task Each_list_is_counted_as_it_is_shown(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = Calls());
        var (desk, lists) = (house.Get<Handoffs>(), house.Get<Desk>());
        foreach (var person in (string[])["an", "binh", "chi", "dung", "giang"])
            await house.Hears("gặp người", person);
        await desk.Take(An, Hoa, Cancel);
        await desk.Take("false:p1:binh", Nam, Cancel);
        await house.Brings(Some.Message("Chào bạn", "chi") with { Kind = IncomingKind.AnsweredOutside });
        await desk.End("false:p1:dung", Hoa, CaseResult.Solved, Cancel);

        var counts = await lists.Count(new DeskSight(Hoa), Cancel);

        Assert.Equal([1, 1, 2, 1, 0], Enum.GetValues<DeskList>().Select(it => counts[it]));
        foreach (var list in Enum.GetValues<DeskList>())
            Assert.Equal(counts[list], (await lists.List(list, new DeskSight(Hoa), Cancel)).Count);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_owner_may_speak_end_and_give_back(Database database)
    {
        await using var house = await House.Open(database);
        var desk = house.Get<Handoffs>();
        await house.Hears("Tôi cần gặp người");
        Assert.Equal(HandoffResult.NotYours, await desk.Say(An, Hoa, "sớm quá", Cancel));
        await desk.Take(An, Hoa, Cancel);

        Assert.Equal(HandoffResult.NotYours, await desk.Take(An, Nam, Cancel));
        Assert.Equal(HandoffResult.NotYours, await desk.Say(An, Nam, "chen vào", Cancel));
        Assert.Equal(HandoffResult.NotYours, await desk.End(An, Nam, CaseResult.Solved, Cancel));
        Assert.Equal(HandoffResult.NotYours, await desk.Return(An, Nam, Cancel));
        Assert.Equal(HandoffResult.Unknown, await desk.Take("false:p1:không ai", Nam, Cancel));
        Assert.DoesNotContain(house.Channel.Texts, text => text is "sớm quá" or "chen vào");
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_advisors_who_take_at_once_one_gets_it(Database database)
    {
        await using var house = await House.Open(database);
        await using var other = await house.Beside();
        await house.Hears("Tôi cần gặp người");

        var results = await Task.WhenAll(house.Get<Handoffs>().Take(An, Hoa, Cancel), other.Get<Handoffs>().Take(An, Nam, Cancel));

        Assert.Equal([HandoffResult.Done, HandoffResult.NotYours], results.Order());
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_given_back_waits_for_a_colleague(Database database)
    {
        await using var house = await House.Open(database);
        await house.Hears("Tôi cần gặp người");
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);

        await house.Get<Handoffs>().Return(An, Hoa, Cancel);

        Assert.Single(await List(house, DeskList.Waiting));
        Assert.Equal(HandoffResult.Done, await house.Get<Handoffs>().Take(An, Nam, Cancel));
    }

    [Theory, OnEveryDatabase]
    public async Task Urgent_matters_are_listed_first_then_who_waits_longest(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = Calls());

        foreach (var (person, text) in (IEnumerable<(string, string)>)[("an", "một"), ("bình", "hai"), ("chi", "tai nạn!")])
        {
            await house.Hears(text, person);
            await house.After(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["tai nạn!", "một", "hai"], (await List(house, DeskList.Waiting)).Select(it => it.Conversation.Reason));
    }

    [Theory, OnEveryDatabase]
    public async Task Each_list_of_the_desk_shows_its_own(Database database)
    {
        await using var house = await House.Open(database);
        await house.Read(async db =>
        {
            db.Users.Add(Nam);
            return await db.SaveChangesAsync(Cancel);
        });
        foreach (var person in (string[])["an", "bình", "chi", "dũng"])
            await house.Hears("Tôi cần gặp người", person);
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.Get<Handoffs>().Take("false:p1:bình", Nam, Cancel);
        await house.Brings(Some.Message("Chào bạn", "chi") with { Kind = IncomingKind.AnsweredOutside });
        await house.Get<Handoffs>().Take("false:p1:dũng", Hoa, Cancel);
        await house.Get<Handoffs>().End("false:p1:dũng", Hoa, CaseResult.Solved, Cancel);

        Assert.Equal(["an"], (await List(house, DeskList.Mine)).Select(it => it.Conversation.Person));
        Assert.Equal(["dũng"], (await List(house, DeskList.Done)).Select(it => it.Conversation.Person));
        var others = (await List(house, DeskList.Others)).OrderBy(it => it.Conversation.Person).ToList();
        Assert.Equal([("bình", Nam.DisplayName), ("chi", null)], others.Select(it => (it.Conversation.Person, it.OwnerName)));
        Assert.Equal(Author.Page, others[1].LastSaid!.Author);
    }

    [Theory, OnEveryDatabase]
    public async Task A_conversation_answered_in_the_pages_inbox_can_be_taken_at_the_desk_and_ended(Database database)
    {
        await using var house = await House.Open(database);
        await house.Hears("Tôi cần gặp người");
        await house.Brings(Some.Message("Chào bạn") with { Kind = IncomingKind.AnsweredOutside });

        Assert.Equal(HandoffResult.Done, await house.Get<Handoffs>().End(An, Hoa, CaseResult.Solved, Cancel));

        Assert.Equal(Speaker.Bot, await house.Read(db => db.Conversations.Select(it => it.Speaker).SingleAsync()));
    }

    private static async Task<IReadOnlyList<DeskEntry>> List(House house, DeskList list) => await house.Get<Desk>().List(list, new DeskSight(Hoa), Cancel);
}
