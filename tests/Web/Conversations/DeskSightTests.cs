using ChatBot.Talk;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class DeskSightTests
{
    private const string An = "false:p1:an";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task An_advisor_sees_the_team_everybodys_and_their_own_wherever_they_look(Database database)
    {
        await using var house = await Waiting(database, "an", "binh", "chi", "dung");
        var (hoa, head) = (Some.Advisor(), Some.Advisor("Cô Lan"));
        (hoa.Unit, head.Unit) = (1, 1);
        await InUnit(house, "an", 1);
        await InUnit(house, "chi", 2);
        await house.Get<Handoffs>().Take("false:p1:dung", hoa, Cancel);
        await InUnit(house, "dung", 2);
        var (own, all) = (new DeskSight(hoa), new DeskSight(hoa, AllUnits: true));

        Assert.Equal(["an", "binh"], await Seen(house, DeskList.Waiting, own));
        Assert.Equal(["dung"], await Seen(house, DeskList.Mine, own));
        Assert.Equal(["an", "binh", "dung"], await Seen(house, DeskList.Waiting, own, new("cần gặp")));
        Assert.Equal(2, (await house.Get<Desk>().Count(own, Cancel))[DeskList.Waiting]);
        Assert.Equal(["an", "binh", "chi"], await Seen(house, DeskList.Waiting, all));
        Assert.Equal(["an", "binh", "chi"], await Seen(house, DeskList.Waiting, new DeskSight(head, IsHead: true)));
        Assert.Equal(["an", "binh", "chi"], await Seen(house, DeskList.Waiting, new DeskSight(Some.Advisor())));
    }

    [Theory, OnEveryDatabase]
    public async Task An_ended_case_stays_with_its_team_and_the_next_call_is_everybodys(Database database)
    {
        await using var house = await Waiting(database, "an");
        var (hoa, nam) = (Some.Advisor(), Some.Advisor("Anh Nam"));
        (hoa.Unit, nam.Unit) = (1, 2);
        await house.Read(db => db.Database.ExecuteSqlRawAsync("""INSERT INTO "Units" ("Id", "Name", "From") VALUES (2, 'Tổ 2', '2026-01-01')""", Cancel));
        await house.Get<Handoffs>().PassToUnit(An, 2, hoa, Cancel);
        await house.Get<Handoffs>().End(An, nam, CaseResult.Solved, Cancel);

        Assert.Empty(await Seen(house, DeskList.Done, new DeskSight(hoa)));
        Assert.Equal(["an"], await Seen(house, DeskList.Done, new DeskSight(nam)));
        await house.Hears("Cần gặp người", "an");
        Assert.Equal(["an"], await Seen(house, DeskList.Waiting, new DeskSight(hoa)));
    }

    [Theory, OnEveryDatabase]
    public async Task Another_teams_is_opened_only_by_whoever_asks_for_all_and_that_is_in_the_trail(Database database)
    {
        await using var house = await Waiting(database, "an", "binh");
        var hoa = Some.Advisor();
        hoa.Unit = 1;
        await InUnit(house, "an", 2);
        var handoffs = house.Get<Handoffs>();

        Assert.Equal(HandoffResult.OtherUnit, await handoffs.Open(An, new DeskSight(hoa), Cancel));
        Assert.False(await house.Get<Desk>().Shows(An, new DeskSight(hoa), Cancel));
        Assert.Empty(await house.Read(db => db.Audit.ToListAsync(Cancel)));
        Assert.Equal(HandoffResult.Done, await handoffs.Open(An, new DeskSight(hoa, AllUnits: true), Cancel));
        Assert.Equal(HandoffResult.Done, await handoffs.Open(An, new DeskSight(hoa, IsHead: true), Cancel));
        await house.Get<Handoffs>().Pass(An, await Employ(house, hoa), Some.Advisor("Anh Nam"), Cancel);
        Assert.Equal(HandoffResult.Done, await handoffs.Open(An, new DeskSight(hoa), Cancel));
        Assert.Equal(["opened-other-unit", "opened", "passed"], await house.Read(db => db.Audit.OrderBy(it => it.Id).Select(it => it.What).ToListAsync(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Of_ones_own_employer_nothing_is_known_but_that_it_is_there(Database database)
    {
        await using var house = await Waiting(database, "an", "binh");
        var (hoa, nam) = (Some.Advisor(), Some.Advisor("Anh Nam"));
        hoa.Employers = "Công ty Hòa Bình";
        await house.Get<CaseDeeds>().SetArea(An, nam, "tien-luong", Cancel);
        Assert.Equal(HandoffResult.Done, await house.Get<CaseDeeds>().SetEmployer(An, nam, "CÔNG TY HÒA BÌNH", Cancel));
        await house.Read(db => db.Conversations.ExecuteUpdateAsync(it => it.SetProperty(row => row.Name, "Lê An").SetProperty(row => row.FoldedName, "le an"), Cancel));
        var sight = new DeskSight(hoa);

        var listed = (await house.Get<Desk>().List(DeskList.Waiting, sight, Cancel)).Single(it => it.Conversation.Id == An);

        Assert.True(listed.IsWithheld);
        Assert.Equal((null, null, null, null, ""), (listed.LastSaid, listed.LastHeard, listed.Case, listed.Conversation.Name, listed.Conversation.Person));
        Assert.Null(listed.Conversation.Reason);
        Assert.Equal(["binh"], await Seen(house, DeskList.Waiting, sight, new("le an")));
        Assert.Empty(await Seen(house, DeskList.Waiting, sight, new(Area: "tien-luong")));
        Assert.Equal(["an"], await Seen(house, DeskList.Waiting, new DeskSight(nam), new(Area: "tien-luong")));
        Assert.False(await house.Get<Desk>().Shows(An, sight, Cancel));
        Assert.Equal(HandoffResult.Conflict, await house.Get<Handoffs>().Open(An, sight with { AllUnits = true }, Cancel));
        Assert.DoesNotContain(await house.Read(db => db.Audit.ToListAsync(Cancel)), it => it.Detail?.Contains("HÒA", StringComparison.Ordinal) == true);
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_is_narrowed_to_a_label_of_the_last_case(Database database)
    {
        await using var house = await Waiting(database, "an", "binh", "chi");
        var (deeds, hoa) = (house.Get<CaseDeeds>(), Some.Advisor());
        await deeds.AddLabel(An, hoa, "Nợ lương", Cancel);
        await deeds.AddLabel("false:p1:binh", hoa, "Thai sản", Cancel);
        var debt = await house.Read(db => db.Labels.Where(it => it.Name == "Nợ lương").Select(it => it.Id).SingleAsync(Cancel));

        Assert.Equal(["an"], await Seen(house, DeskList.Waiting, new DeskSight(hoa), new(Label: debt)));
        await house.Get<Handoffs>().End(An, hoa, CaseResult.Solved, Cancel);
        await house.Hears("Cần gặp người", "an");
        Assert.Empty(await Seen(house, DeskList.Waiting, new DeskSight(hoa), new(Label: debt)));
    }

    private static async Task<House> Waiting(Database database, params string[] people)
    {
        var house = await House.Open(database, plan => plan.Bot = (before, activity) => new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, false)] });
        foreach (var person in people)
            await house.Hears("Cần gặp người", person);
        return house;
    }

    private static Task<int> InUnit(House house, string person, long unit) =>
        house.Read(db => db.Conversations.Where(it => it.Person == person).ExecuteUpdateAsync(it => it.SetProperty(row => row.Unit, unit), Cancel));

    private static async Task<string> Employ(House house, StaffMember staff)
    {
        await house.Read(db =>
        {
            db.Users.Add(staff);
            return db.SaveChangesAsync(Cancel);
        });
        return staff.Id;
    }

    private static async Task<List<string>> Seen(House house, DeskList list, DeskSight sight, DeskSearch? search = null) =>
        [.. (await house.Get<Desk>().List(list, sight, Cancel, search)).Select(it => it.Conversation.Id.Split(':')[2]).Order(StringComparer.Ordinal)];
}
