using ChatBot.Talk;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class CaseFileTests
{
    private const string An = "false:p1:an";

    private static readonly StaffMember Hoa = Some.Advisor();

    private static readonly StaffMember Nam = Some.Advisor("Anh Nam");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task What_is_written_into_the_file_is_kept_with_a_line_in_the_audit_trail(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<CaseDeeds>();

        Assert.Equal(HandoffResult.Done, await desk.SetArea(An, Hoa, "tien-luong", Cancel));
        Assert.Equal(HandoffResult.Done, await desk.SetUrgent(An, Hoa, true, Cancel));
        Assert.Equal(HandoffResult.Done, await desk.SetClaim(An, Hoa, (ClaimKind.Individual, new DateOnly(2026, 1, 15)), Cancel));

        var file = await File(house);
        Assert.Equal(("tien-luong", CasePriority.Urgent, "Individual", new DateOnly(2026, 1, 15)), (file.Case.Area, file.Case.Priority, file.Case.Claim, file.Case.ClaimFrom));
        Assert.True((await house.Get<Desk>().Find(An, Cancel))!.Conversation.Urgent);
        await desk.SetUrgent(An, Hoa, false, Cancel);
        Assert.Equal(CasePriority.Normal, (await File(house)).Case.Priority);
        Assert.Equal(["set-area", "set-urgent", "set-claim", "set-not-urgent"], await Deeds(house));
        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task A_label_is_made_by_typing_it_and_stands_once_however_it_is_spelt(Database database)
    {
        await using var house = await Open(database);
        await house.Hears("gặp người", "binh");
        var desk = house.Get<CaseDeeds>();
        await desk.AddLabel(An, Hoa, " Nợ lương ", Cancel);
        await desk.AddLabel(An, Hoa, "no luong", Cancel);
        await desk.AddLabel("false:p1:binh", Hoa, "NỢ LƯƠNG", Cancel);
        await desk.AddLabel("false:p1:binh", Hoa, "May mặc", Cancel);

        Assert.Equal(["Nợ lương"], (await File(house)).Labels.Select(it => it.Name));
        Assert.Equal(["May mặc", "Nợ lương"], (await File(house)).Known.Order(StringComparer.Ordinal));
        Assert.Equal(HandoffResult.Done, await desk.RemoveLabel(An, Hoa, (await File(house)).Labels[0].Id, Cancel));
        Assert.Empty((await File(house)).Labels);
        Assert.Equal(2, (await File(house, "false:p1:binh")).Labels.Count);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_writes_into_a_colleagues_case_into_one_that_has_ended_or_about_their_own_employer(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<CaseDeeds>();
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);

        Assert.Equal(HandoffResult.NotYours, await desk.SetArea(An, Nam, "bhxh", Cancel));
        await house.Get<Handoffs>().End(An, Hoa, CaseResult.Solved, Cancel);
        Assert.Equal(HandoffResult.NotYours, await desk.SetArea(An, Hoa, "bhxh", Cancel));
        await house.Read(db => db.Conversations.ExecuteUpdateAsync(it => it.SetProperty(row => row.Employer, "May Sông Lam"), Cancel));
        var own = Some.Advisor("Chị Chi");
        own.Employers = "may song lam";
        Assert.Equal(HandoffResult.Conflict, await desk.SetArea(An, own, "bhxh", Cancel));
        Assert.Equal(HandoffResult.Unknown, await desk.SetArea("false:p1:ai", Hoa, "bhxh", Cancel));
        Assert.DoesNotContain("set-area", await Deeds(house));
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_workers_earlier_cases_stand_beside_and_nobody_elses(Database database)
    {
        await using var house = await Open(database);
        await house.Get<Handoffs>().End(An, Hoa, CaseResult.Referred, Cancel);
        await house.Hears("gặp người", "binh");
        await house.Hears("gặp người lần nữa");

        var file = await File(house);
        Assert.Equal("2026-00003", file.Case.Number);
        Assert.Equal([("2026-00001", CaseResult.Referred)], file.Earlier.Select(it => (it.Case.Number, it.Case.Result!.Value)));
    }

    private static async Task<House> Open(Database database)
    {
        var house = await House.Open(database, plan => plan.Bot = (before, activity) => new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, false)] });
        await house.Hears("gặp người");
        return house;
    }

    private static async Task<CaseFile> File(House house, string conversation = An) => (await house.Get<CaseFiles>().Find(conversation, Cancel))!;

    private static Task<List<string>> Deeds(House house) =>
        house.Read(db => db.Audit.Where(it => it.ConversationId == An && it.What.StartsWith("set-")).OrderBy(it => it.Id).Select(it => it.What).ToListAsync(Cancel));
}
