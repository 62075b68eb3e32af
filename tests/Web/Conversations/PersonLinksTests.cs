using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class PersonLinksTests
{
    private const string An = "false:p1:an", Binh = "false:p1:binh", Chi = "false:p1:chi", Dung = "false:p1:dung", Zalo = "zalo:7:24";

    private static readonly StaffMember Hoa = Some.Advisor(), Nam = Some.Advisor("Anh Nam");

    private static readonly DeskSight OfHoa = new(Hoa), OfNam = new(Nam);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task The_owner_notes_that_two_are_one_person_and_both_transcripts_and_the_trail_say_so(Database database)
    {
        await using var house = await Open(database);
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);

        Assert.Equal(HandoffResult.Done, await Links(house).Link(An, Zalo, OfHoa, Cancel));

        Assert.Equal([Zalo], await Linked(house, An));
        Assert.Equal([An], await Linked(house, Zalo));
        Assert.Equal("Chị Hoa ghi: người này cũng nhắn trên Zalo.", await LastLine(house, An));
        Assert.Equal("Chị Hoa ghi: người này cũng nhắn trên false.", await LastLine(house, Zalo));
        Assert.Equal([("linked-person", An, Zalo), ("linked-person", Zalo, An)], await Trail(house));

        Assert.Equal(HandoffResult.Done, await Links(house).Unlink(An, OfHoa, Cancel));
        Assert.Empty(await Linked(house, Zalo));
        Assert.Equal("Chị Hoa đã bỏ ghi chú người này cũng nhắn trên Zalo.", await LastLine(house, An));
        Assert.Equal("Chị Hoa đã bỏ ghi chú người này cũng nhắn trên false.", await LastLine(house, Zalo));
        Assert.Equal([("unlinked-person", An, Zalo), ("unlinked-person", Zalo, An)], (await Trail(house))[2..]);
        Assert.Empty(house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_links_what_is_not_theirs_not_there_or_linked_already(Database database)
    {
        await using var house = await Open(database);
        Assert.Equal(HandoffResult.NotYours, await Links(house).Link(An, Zalo, OfHoa, Cancel));
        await house.Get<Handoffs>().Take(An, Nam, Cancel);
        await house.Get<Handoffs>().Take(Zalo, Hoa, Cancel);
        Assert.Equal(HandoffResult.NotYours, await Links(house).Link(An, Zalo, OfHoa, Cancel));
        Assert.Equal(HandoffResult.Unknown, await Links(house).Link(An, "zalo:7:nobody", OfNam, Cancel));
        Assert.Equal(HandoffResult.Unknown, await Links(house).Link("zalo:7:nobody", An, OfNam, Cancel));
        Assert.Equal(HandoffResult.Unknown, await Links(house).Unlink("zalo:7:nobody", OfNam, Cancel));
        Assert.Equal(HandoffResult.Already, await Links(house).Link(An, An, OfNam, Cancel));
        Assert.Equal(HandoffResult.Already, await Links(house).Unlink(An, OfNam, Cancel));
        Assert.Empty(await Trail(house));

        await Links(house).Link(Zalo, An, OfHoa, Cancel);

        Assert.Equal(HandoffResult.Already, await Links(house).Link(An, Zalo, OfNam, Cancel));
        Assert.Equal(HandoffResult.NotYours, await Links(house).Unlink(An, OfHoa, Cancel));
        Assert.Equal(2, (await Trail(house)).Count);
    }

    [Theory, OnEveryDatabase]
    public async Task Groups_are_joined_and_whoever_is_taken_out_leaves_the_others_linked(Database database)
    {
        await using var house = await Open(database);
        foreach (var id in (string[])[An, Binh, Chi])
            await house.Get<Handoffs>().Take(id, Hoa, Cancel);
        await Links(house).Link(An, Binh, OfHoa, Cancel);
        await Links(house).Link(Chi, Zalo, OfHoa, Cancel);

        Assert.Equal(HandoffResult.Done, await Links(house).Link(Binh, Chi, OfHoa, Cancel));
        Assert.Equal([Binh, Chi, Zalo], await Linked(house, An));
        Assert.Equal(HandoffResult.Done, await Links(house).Unlink(Binh, OfHoa, Cancel));

        Assert.Equal([Chi, Zalo], await Linked(house, An));
        Assert.Empty(await Linked(house, Binh));
        Assert.Equal(HandoffResult.Done, await Links(house).Link(Binh, An, OfHoa, Cancel));
        Assert.Equal([An, Binh, Chi], await Linked(house, Zalo));
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_advisors_who_link_crosswise_at_the_same_time_one_is_told_it_is_so_already(Database database)
    {
        await using var house = await Open(database);
        await using var other = await house.Beside();
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.Get<Handoffs>().Take(Binh, Nam, Cancel);
        for (var round = 0; round < 20; round++)
        {
            var results = await Task.WhenAll(Links(house).Link(An, Binh, OfHoa, Cancel), Links(other).Link(Binh, An, OfNam, Cancel));

            Assert.Equal([HandoffResult.Done, HandoffResult.Already], results.Order());
            Assert.Equal([Binh], await Linked(house, An));
            await Links(house).Unlink(An, OfHoa, Cancel);
        }

        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_joins_a_group_while_another_advisor_moves_it_is_moved_along(Database database)
    {
        await using var house = await Open(database);
        await using var other = await house.Beside();
        await house.Hears("gặp người", "dung");
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.Get<Handoffs>().Take(Binh, Hoa, Cancel);
        await house.Get<Handoffs>().Take(Chi, Nam, Cancel);
        for (var round = 0; round < 40; round++)
        {
            await Links(house).Link(An, Dung, OfHoa, Cancel);
            await Links(house).Link(Binh, Chi, OfHoa, Cancel);

            // Nobody holds the same conversation: the one moves the group of the second pair, the other joins it.
            var results = await Task.WhenAll(Links(house).Link(An, Binh, OfHoa, Cancel), Links(other).Link(Chi, Zalo, OfNam, Cancel));

            Assert.All(results, it => Assert.Equal(HandoffResult.Done, it));
            Assert.Equal([Binh, Chi, Dung, Zalo], await Linked(house, An));
            await house.Read(db => db.Conversations.ExecuteUpdateAsync(it => it.SetProperty(row => row.SamePerson, (Guid?)null), Cancel));
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Another_teams_or_ones_own_employers_is_neither_linked_nor_found_nor_shown(Database database)
    {
        await using var house = await Open(database);
        var (lan, desk) = (Some.Advisor("Cô Lan"), house.Get<Handoffs>());
        (lan.Unit, lan.Employers) = (1, "May Sông Lam");
        var sight = new DeskSight(lan);
        await desk.Take(An, lan, Cancel);
        await Change(house, Binh, row => row.Unit = 2);
        await Change(house, Zalo, row => row.Employer = "may song lam");

        Assert.Equal(HandoffResult.OtherUnit, await Links(house).Link(An, Binh, sight, Cancel));
        Assert.Equal(HandoffResult.Conflict, await Links(house).Link(An, Zalo, sight with { AllUnits = true }, Cancel));
        Assert.Equal([Chi], await Found(house, "gap nguoi", sight));
        Assert.Equal([Binh, Chi], await Found(house, "gap nguoi", sight with { AllUnits = true }));
        Assert.Equal(HandoffResult.Done, await Links(house).Link(An, Binh, sight with { AllUnits = true }, Cancel));

        Assert.Empty(await house.Get<Elsewhere>().Of(An, sight, Cancel));
        Assert.Equal([Binh], (await house.Get<Elsewhere>().Of(An, sight with { AllUnits = true }, Cancel)).Select(it => it.Id));
        await Change(house, Binh, row => row.Employer = "May Sông Lam");
        Assert.Empty(await house.Get<Elsewhere>().Of(An, sight with { IsHead = true }, Cancel));
        Assert.Equal(HandoffResult.Conflict, await Links(house).Link(An, Chi, sight, Cancel));
        Assert.Equal(HandoffResult.Conflict, await Links(house).Unlink(An, sight, Cancel));
    }

    [Theory, OnEveryDatabase]
    public async Task Names_are_found_first_without_accents_and_neither_itself_nor_what_is_linked(Database database)
    {
        await using var house = await Open(database);
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await Change(house, An, row => (row.Name, row.FoldedName) = ("Lê An", "le an"));
        await Change(house, Zalo, row => (row.Name, row.FoldedName) = ("Lê Văn An", "le van an"));
        await house.After(TimeSpan.FromMinutes(1));
        await house.Hears("em là Lê Văn An, gặp người", "chi");

        Assert.Equal([Zalo, Chi], await Found(house, "LÊ VĂN an", OfHoa, inOrder: true));
        Assert.Empty(await Found(house, " ", OfHoa));
        await Links(house).Link(An, Zalo, OfHoa, Cancel);
        Assert.Equal([Chi], await Found(house, "le van an", OfHoa));
        foreach (var person in (string[])["p", "q", "r", "s", "t"])
            await house.Hears("gặp người", person);
        Assert.Equal(Elsewhere.MostFound, (await Found(house, "gap nguoi", OfHoa)).Count);
    }

    [Theory, OnEveryDatabase]
    public async Task The_linked_ones_cases_stand_among_the_earlier_ones_with_their_channel(Database database)
    {
        await using var house = await Open(database);
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await Links(house).Link(An, Zalo, OfHoa, Cancel);

        var file = (await house.Get<CaseFiles>().Find(An, Cancel, await house.Get<Elsewhere>().Of(An, OfHoa, Cancel)))!;

        Assert.Equal([("2026-00004", "zalo")], file.Earlier.Select(it => (it.Case.Number, it.Channel!)));
        Assert.Empty((await house.Get<CaseFiles>().Find(An, Cancel))!.Earlier);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_has_their_data_deleted_or_withdraws_is_linked_with_nobody(Database database)
    {
        await using var house = await Open(database);
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.Get<Handoffs>().Take(Chi, Hoa, Cancel);
        await Links(house).Link(An, Zalo, OfHoa, Cancel);
        await Links(house).Link(Chi, Zalo, OfHoa, Cancel);

        await house.Brings(Some.Message("", "24") with { Channel = "zalo", Page = "7", Kind = IncomingKind.Withdrew });
        await house.Quiet();
        Assert.Empty(await Linked(house, Zalo));
        Assert.Equal([Chi], await Linked(house, An));
        await house.Get<Handoffs>().LeaveToBot(An, Hoa, Cancel);
        await house.Hears("xóa");
        await house.After(TimeSpan.FromSeconds(2));
        await house.Until(() => house.Read(db => db.Conversations.AllAsync(it => it.EraseAfter == null, Cancel)));

        Assert.Empty(await Linked(house, An));
        Assert.Empty(await Linked(house, Chi));
    }

    private static PersonLinks Links(House house) => house.Get<PersonLinks>();

    private static async Task<House> Open(Database database)
    {
        var house = await House.Open(database, plan => plan.Bot = (before, activity) => activity.Text == "xóa"
            ? new Turn(before, [new Activity { Text = "Mình sẽ xóa." }]) { Notes = [new Note.DeletionAsked()] }
            : new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, false)] });
        foreach (var person in (string[])["an", "binh", "chi"])
            await house.Hears("gặp người", person);
        await house.Brings(Some.Message("gặp người", "24") with { Channel = "zalo", Page = "7" });
        await house.Quiet();
        return house;
    }

    private static Task<int> Change(House house, string id, Action<ConversationRow> change) => house.Read(async db =>
    {
        change(await db.Conversations.SingleAsync(it => it.Id == id, Cancel));
        return await db.SaveChangesAsync(Cancel);
    });

    private static async Task<IReadOnlyList<string>> Linked(House house, string id) =>
        [.. (await house.Get<Elsewhere>().Of(id, new DeskSight(Hoa, IsHead: true), Cancel)).Select(it => it.Id).Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<string>> Found(House house, string words, DeskSight sight, bool inOrder = false)
    {
        var found = (await house.Get<Elsewhere>().Seek(An, new DeskSearch(words), sight, Cancel)).Select(it => it.Id);
        return [.. inOrder ? found : found.Order(StringComparer.Ordinal)];
    }

    private static async Task<string?> LastLine(House house, string id) =>
        ActivityJson.Read((await house.Get<Desk>().Transcript(id, 0, Cancel))[^1].Said.Activity).Text;

    private static async Task<List<(string, string, string)>> Trail(House house) =>
        [.. (await house.Read(db => db.Audit.Where(it => it.What.EndsWith("linked-person")).OrderBy(it => it.Id).ToListAsync(Cancel))).Select(it => (it.What, it.ConversationId!, it.Detail!))];
}
