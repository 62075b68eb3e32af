using ChatBot.Talk;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class CaseTests
{
    private const string An = "false:p1:an";

    private static readonly StaffMember Hoa = Some.Advisor();

    private static readonly StaffMember Nam = Some.Advisor("Anh Nam");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task A_call_for_a_person_opens_a_case_with_its_number_and_what_is_promised(Database database)
    {
        await using var house = await Open(database);
        await house.Hears("gặp người");
        await house.Hears("tai nạn!", "binh");

        var cases = await Cases(house);
        Assert.Equal(["2026-00001", "2026-00002"], cases.Select(it => it.Number));
        // Opened Monday 9:00; four hours on duty go over lunch, three working days over the holiday of 24/11.
        Assert.Equal([Local(23, 15, 0), Local(23, 9, 30)], cases.Select(it => it.FirstDueAt));
        Assert.Equal(Local(27, 9, 0), cases[0].EndDueAt);
        Assert.Equal([CasePriority.Normal, CasePriority.Urgent], cases.Select(it => it.Priority));
    }

    [Theory, OnEveryDatabase]
    public async Task A_matter_that_becomes_urgent_is_promised_sooner(Database database)
    {
        await using var house = await Open(database);
        await house.Hears("gặp người");
        await house.After(TimeSpan.FromMinutes(10));
        await house.Hears("tai nạn!");

        var open = Assert.Single(await Cases(house));
        Assert.Equal((CasePriority.Urgent, Local(23, 9, 40)), (open.Priority, open.FirstDueAt));
    }

    [Theory, OnEveryDatabase]
    public async Task The_first_answer_is_kept_and_the_end_with_its_result(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<Handoffs>();
        await house.Hears("gặp người");
        await desk.Take(An, Hoa, Cancel);
        await house.After(TimeSpan.FromMinutes(5));
        await desk.Say(An, Hoa, "Chào bạn", Cancel);
        await house.After(TimeSpan.FromMinutes(5));
        await desk.Say(An, Hoa, "Mình đây", Cancel);
        await desk.End(An, Hoa, CaseResult.Referred, Cancel);

        var ended = Assert.Single(await Cases(house));
        Assert.Equal((Local(23, 9, 5), Local(23, 9, 10)), (ended.FirstAnsweredAt, ended.EndedAt));
        Assert.Equal((CaseResult.Referred, Hoa.Id), (ended.Result, ended.Owner));
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_in_the_pages_inbox_is_the_first_answer(Database database)
    {
        await using var house = await Open(database);
        await house.Hears("gặp người");
        await house.Brings(Some.Message("Chào bạn") with { Kind = IncomingKind.AnsweredOutside });

        Assert.Equal(Local(23, 9, 0), Assert.Single(await Cases(house)).FirstAnsweredAt);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_calls_again_within_seven_days_has_the_same_matter_and_after_that_another(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<Handoffs>();
        await house.Hears("gặp người");
        await desk.End(An, Hoa, CaseResult.Solved, Cancel);
        await house.After(TimeSpan.FromDays(7));
        await house.Hears("gặp người lần nữa");
        await desk.End(An, Hoa, CaseResult.Solved, Cancel);
        await house.After(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await house.Hears("chuyện khác");

        var cases = await Cases(house);
        Assert.Equal([null, cases[0].Id, null], cases.Select(it => it.ReopenedFrom));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_left_to_the_bot_ends_without_a_result_and_stands_among_what_is_done(Database database)
    {
        await using var house = await Open(database);
        await house.Hears("gặp người");
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);

        Assert.Equal(HandoffResult.Done, await house.Get<Handoffs>().LeaveToBot(An, Hoa, Cancel));

        Assert.Equal(CaseResult.LeftToBot, Assert.Single(await Cases(house)).Result);
        Assert.Equal(Speaker.Bot, (await Conversation(house)).Speaker);
        Assert.Single(await house.Get<Desk>().List(DeskList.Done, new DeskSight(Hoa), Cancel));
    }

    [Theory, OnEveryDatabase]
    public async Task A_colleague_gets_what_is_passed_and_nobody_who_is_away_does(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<Handoffs>();
        await house.Hears("gặp người");
        await desk.Take(An, Hoa, Cancel);
        Assert.Equal(HandoffResult.NobodyThere, await desk.Pass(An, "không ai", Hoa, Cancel));
        await Employ(house, Nam);

        Assert.Equal(HandoffResult.Done, await desk.Pass(An, Nam.Id, Hoa, Cancel));

        Assert.Equal(HandoffResult.NotYours, await desk.Say(An, Hoa, "vẫn là mình", Cancel));
        Assert.Equal(HandoffResult.Done, await desk.Say(An, Nam, "mình nhận", Cancel));
        Assert.Equal(Nam.Id, Assert.Single(await Cases(house)).Owner);
    }

    [Theory, OnEveryDatabase]
    public async Task A_team_gets_what_is_passed_to_it_and_it_waits_there(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<Handoffs>();
        var unit = new UnitRow { Name = "Tổ Bình Dương", From = new DateOnly(2026, 1, 1), Until = new DateOnly(2026, 11, 23) };
        await house.Read(async db =>
        {
            db.Units.Add(unit);
            return await db.SaveChangesAsync(Cancel);
        });
        await house.Hears("gặp người");
        await desk.Take(An, Hoa, Cancel);

        Assert.Equal(HandoffResult.Done, await desk.PassToUnit(An, unit.Id, Hoa, Cancel));
        await house.After(TimeSpan.FromDays(1));
        Assert.Equal(HandoffResult.NobodyThere, await desk.PassToUnit(An, unit.Id, Hoa, Cancel));

        var row = await Conversation(house);
        Assert.Equal((Speaker.WaitingForAdvisor, unit.Id), (row.Speaker, row.Unit));
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_opens_or_gets_a_case_about_their_own_employer(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<Handoffs>();
        var chi = Some.Advisor("Chị Chi");
        chi.Employers = "Trường Mầm non 3\nCông ty May Hòa Bình";
        await Employ(house, chi);
        await house.Hears("gặp người");
        await house.Read(db => db.Conversations.ExecuteUpdateAsync(it => it.SetProperty(row => row.Employer, "cong ty may hoa binh "), Cancel));

        Assert.Equal(HandoffResult.Conflict, await desk.Open(An, new DeskSight(chi), Cancel));
        Assert.Equal(HandoffResult.Conflict, await desk.Take(An, chi, Cancel));
        Assert.Equal(HandoffResult.Conflict, await desk.Pass(An, chi.Id, Hoa, Cancel));
        Assert.Equal(HandoffResult.Done, await desk.Open(An, new DeskSight(Hoa), Cancel));
    }

    [Theory, OnEveryDatabase]
    public async Task What_advisors_open_and_do_is_in_the_trail_once_and_what_they_may_not_is_not(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<Handoffs>();
        await house.Hears("gặp người");
        await desk.Open(An, new DeskSight(Hoa), Cancel);
        await desk.Open(An, new DeskSight(Hoa), Cancel);
        await desk.Take(An, Hoa, Cancel);
        await desk.Say(An, Nam, "chen vào", Cancel);
        await desk.Say(An, Hoa, "Chào bạn", Cancel);
        await desk.End(An, Hoa, CaseResult.Unreachable, Cancel);
        await house.After(TimeSpan.FromMinutes(6));
        await desk.Open(An, new DeskSight(Hoa), Cancel);

        var trail = await house.Read(db => db.Audit.OrderBy(it => it.Id).ToListAsync(Cancel));
        Assert.Equal(["opened", "took", "answered", "ended", "opened"], trail.Select(it => it.What));
        Assert.All(trail, it => Assert.Equal((Hoa.Id, An), (it.Who, it.ConversationId)));
        Assert.Equal("Unreachable", trail[3].Detail);
        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task A_note_stands_in_the_transcript_and_never_leaves(Database database)
    {
        await using var house = await Open(database);
        await house.Hears("gặp người");

        Assert.Equal(HandoffResult.Done, await house.Get<Handoffs>().WriteNote(An, Nam, "Đã gọi cho chủ tịch công đoàn cơ sở", Cancel));
        await house.Quiet();

        var line = (await house.Get<Desk>().Transcript(An, 0, Cancel))[^1];
        Assert.Equal((Author.Note, "Anh Nam", "da goi cho chu tich cong doan co so"), (line.Said.Author, line.Said.AuthorName, line.Said.Folded));
        Assert.Null(line.State);
        Assert.Empty(house.Channel.Carried);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => house.Read(async db =>
        {
            db.Outbox.Add(new OutboxRow { ConversationId = An, Channel = "false", Page = "p1", Activity = "{}", Author = Author.Note });
            return await db.SaveChangesAsync(Cancel);
        }));
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_sends_at_once_the_second_sees_the_first_before_it_goes(Database database)
    {
        await using var house = await Open(database);
        var desk = house.Get<Handoffs>();
        await house.Hears("gặp người");
        await desk.Take(An, Hoa, Cancel);
        var seen = (await house.Get<Desk>().Transcript(An, 0, Cancel))[^1].Said.Id;

        var results = await Task.WhenAll(desk.Say(An, Hoa, "một", Cancel, seen), desk.Say(An, Hoa, "hai", Cancel, seen));

        Assert.Equal([HandoffResult.Done, HandoffResult.Overtaken], results.Order());
        await house.Quiet();
        Assert.Single(house.Channel.Carried);
    }

    private static Task<House> Open(Database database) => House.Open(database, plan => plan.Bot = (before, activity) => new Turn(before, [])
    {
        Notes = [new Note.HandedOver(activity.Text!, activity.Text!.Contains('!', StringComparison.Ordinal))],
    });

    private static Task<int> Employ(House house, StaffMember staff) => house.Read(async db =>
    {
        db.Users.Add(staff);
        return await db.SaveChangesAsync(Cancel);
    });

    private static Task<List<CaseRow>> Cases(House house) => house.Read(db => db.Cases.OrderBy(it => it.Id).ToListAsync(Cancel));

    private static Task<ConversationRow> Conversation(House house) => house.Read(db => db.Conversations.SingleAsync(Cancel));

    private static DateTimeOffset Local(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, OfficeHours.Offset);
}
