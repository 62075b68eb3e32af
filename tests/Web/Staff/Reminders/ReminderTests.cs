using System.Text.Json.Nodes;
using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using ChatBot.Web.Staff.Reminders;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using static ChatBot.Web.Tests.Staff.Reminders.ReminderHouse;

namespace ChatBot.Web.Tests.Staff.Reminders;

public sealed class ReminderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task Who_is_on_duty_is_told_half_an_hour_before_and_again_at_growing_distance_and_nothing_of_anybody(Database database)
    {
        await using var it = await Open(database, plan => plan.Settings["Site:Url"] = "https://tuvan.union.example/");
        var (hoa, nam) = (await it.Employ("Chị Hoa"), await it.Employ("Anh Nam"));
        await it.OnDuty(hoa, Sitting.Afternoon);
        await it.OnDuty(nam, Sitting.Morning);
        await it.House.Hears("gặp người, em tên Bí Mật");
        await it.House.After(HalfPastTwo.AddMinutes(-1) - it.House.Clock.GetUtcNow());

        await it.Mails(HalfPastTwo, 1);
        await it.Mails(HalfPastTwo.AddMinutes(15), 2);
        await it.Mails(HalfPastTwo.AddMinutes(45), 3);
        // 60 minutes on: 16:15. Then 120 on duty: 45 are left of Monday, and Tuesday is a holiday on which nobody is told anything.
        await it.Mails(HalfPastTwo.AddMinutes(105), 4);
        await it.Mails(new(2026, 11, 25, 8, 45, 0, OfficeHours.Offset), 6);

        Assert.Equal(
        [
            $"{hoa.Email}: Vụ 2026-00001: còn 30 phút để trả lời lần đầu",
            $"{hoa.Email}: Vụ 2026-00001: còn 15 phút để trả lời lần đầu",
            $"{hoa.Email}: Vụ 2026-00001: quá hẹn trả lời lần đầu 15 phút",
            $"{hoa.Email}: Vụ 2026-00001: quá hẹn trả lời lần đầu 1 giờ 15 phút",
        ], it.Post.Lines.Take(4));
        // On Wednesday nobody sits: all are told.
        Assert.Equal(new[] { hoa.Email, nam.Email }.Order(), it.Post.Lines.Skip(4).Select(line => line.Split(':')[0]).Order());
        var mail = it.Post.Taken[0];
        Assert.Contains("https://tuvan.union.example/staff\n", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Bí Mật", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(An, mail.ToString(), StringComparison.Ordinal);
        Assert.Equal(HalfPastTwo, mail.Date);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_has_the_case_is_told_alone_and_a_tap_ends_it(Database database)
    {
        await using var it = await Open(database);
        var (hoa, nam) = (await it.Employ("Chị Hoa"), await it.Employ("Anh Nam"));
        await it.OnDuty(nam, Sitting.Afternoon);
        await it.House.Hears("gặp người");
        await it.House.Get<Handoffs>().Take(An, hoa, Cancel);
        // Otherwise it would be offered to all again after an hour.
        await it.House.Read(db => db.Conversations.ExecuteUpdateAsync(row => row.SetProperty(one => one.OfferAt, (DateTimeOffset?)null), Cancel));
        await it.Mails(HalfPastTwo, 1);
        Assert.StartsWith(hoa.Email!, it.Post.Lines[0], StringComparison.Ordinal);

        Assert.Empty(await it.House.Get<OpenReminders>().Of(nam.Id, Cancel));
        var open = Assert.Single(await it.House.Get<OpenReminders>().Of(hoa.Id, Cancel));
        Assert.Equal("còn 30 phút để trả lời lần đầu", open.Text);
        await it.House.Get<ReminderBook>().Acknowledge(open.Id, nam.Id, Cancel);
        Assert.Null((await it.Rows()).Single().AcknowledgedAt);
        await it.House.Get<ReminderBook>().Acknowledge(open.Id, hoa.Id, Cancel);
        await it.House.Get<ReminderBook>().Acknowledge(open.Id, hoa.Id, Cancel);

        Assert.Empty(await it.House.Get<OpenReminders>().Of(hoa.Id, Cancel));
        await it.Mails(HalfPastTwo.AddHours(2), 1);
        Assert.Equal(["reminder-acknowledged FirstAnswer"], await it.House.Read(db => db.Audit.Where(row => row.Who == hoa.Id && row.What == "reminder-acknowledged").Select(row => row.What + " " + row.Detail).ToListAsync(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Taking_or_answering_or_ending_acknowledges_and_whom_it_is_passed_to_is_told_anew(Database database)
    {
        await using var it = await Open(database);
        var (hoa, nam) = (await it.Employ("Chị Hoa"), await it.Employ("Anh Nam"));
        var handoffs = it.House.Get<Handoffs>();
        await it.House.Hears("gặp người");
        await it.Mails(HalfPastTwo, 2);

        await handoffs.Take(An, hoa, Cancel);
        Assert.NotNull(Assert.Single(await it.Rows(), row => row.Staff == hoa.Id).AcknowledgedAt);
        Assert.DoesNotContain(await it.Rows(), row => row.Staff == nam.Id);
        await handoffs.Pass(An, nam.Id, hoa, Cancel);
        await it.Mails(HalfPastTwo.AddMinutes(1), 3);
        Assert.StartsWith(nam.Email!, it.Post.Lines[2], StringComparison.Ordinal);

        await handoffs.Say(An, nam, "Chào bạn", Cancel);
        Assert.Empty(await it.House.Get<OpenReminders>().Of(nam.Id, Cancel));
        await it.House.Until(async () =>
        {
            it.House.Clock.SetUtcNow(HalfPastTwo.AddMinutes(40));
            return (await it.Rows()).Count == 0;
        });
        await handoffs.End(An, nam, CaseResult.Solved, Cancel);
        Assert.Equal(3, it.Post.Taken.Count);
    }

    [Theory, OnEveryDatabase]
    public async Task At_night_nothing_is_said_except_of_hot_spots_which_are_told_at_once(Database database)
    {
        var ten = new DateTimeOffset(2026, 11, 23, 22, 0, 0, OfficeHours.Offset);
        await using var it = await Open(database, plan => plan.Clock.SetUtcNow(ten));
        var hoa = await it.Employ("Chị Hoa");
        await it.House.Hears("gặp người", "binh");
        await it.House.Hears("có tai nạn lao động");
        await it.Mails(ten, 1);
        await it.Mails(ten.AddMinutes(5), 2);
        await it.Mails(ten.AddMinutes(15), 3);
        Assert.All(it.Post.Lines, line => Assert.Equal($"{hoa.Email}: Vụ 2026-00002: KHẨN: còn 30 phút để trả lời lần đầu", line));

        // The other one was promised for 11:30 on Wednesday: Tuesday is a holiday.
        await it.House.Get<ReminderBook>().Acknowledge(Assert.Single(await it.Rows()).Id, hoa.Id, Cancel);
        await it.Mails(new(2026, 11, 25, 11, 0, 0, OfficeHours.Offset), 4);
        Assert.Equal($"{hoa.Email}: Vụ 2026-00001: còn 30 phút để trả lời lần đầu", it.Post.Lines[3]);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_several_machines_one_says_it_and_a_machine_that_dies_over_it_loses_none(Database database)
    {
        await using var it = await Open(database);
        await it.Employ("Chị Hoa");
        await it.House.Hears("gặp người");
        await using var second = await it.Beside();
        await it.Mails(HalfPastTwo, 1);
        await it.House.After(TimeSpan.FromSeconds(5));
        Assert.Single(it.Post.Taken);

        // Claimed by a machine that died: nothing was said of it, and its claim runs out.
        it.House.Clock.SetUtcNow(HalfPastTwo.AddMinutes(14));
        Assert.Empty(await it.House.Get<ReminderBook>().Claim(Cancel));
        await it.House.Read(db => db.Reminders.ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, HalfPastTwo.AddMinutes(16)), Cancel));
        await it.Mails(HalfPastTwo.AddMinutes(16), 2);
    }

    [Theory, OnEveryDatabase]
    public async Task The_end_and_the_day_of_a_referral_are_told_too(Database database)
    {
        await using var it = await Open(database);
        var hoa = await it.Employ("Chị Hoa");
        await it.House.Hears("gặp người");
        var handoffs = it.House.Get<Handoffs>();
        await handoffs.Take(An, hoa, Cancel);
        await handoffs.Say(An, hoa, "Chào bạn", Cancel);
        var referral = new Referral(ReferralKind.Court, "Tòa án", new(2026, 11, 25)) { Worker = "Bí Mật", Summary = "a", Request = "b" };
        Assert.Equal(HandoffResult.Done, await it.House.Get<CaseDeeds>().Refer(An, hoa, referral, Cancel));

        await it.Mails(new(2026, 11, 25, 7, 30, 0, OfficeHours.Offset), 1);
        Assert.Equal($"{hoa.Email}: Vụ 2026-00001: đến ngày hỏi lại cơ quan đã nhận phiếu chuyển", it.Post.Lines[0]);
        await it.House.Get<ReminderBook>().Acknowledge((await it.Rows()).Single().Id, hoa.Id, Cancel);
        Assert.NotNull(await it.House.Read(db => db.Referrals.Select(row => row.DoneAt).SingleAsync(Cancel)));
        // Promised on Monday at 9:00 for three days on duty later.
        await it.Mails(new(2026, 11, 27, 8, 30, 0, OfficeHours.Offset), 2);
        Assert.Equal($"{hoa.Email}: Vụ 2026-00001: còn 30 phút đến hạn kết thúc", it.Post.Lines[1]);
    }

    [Theory, OnEveryDatabase]
    public async Task What_one_sitting_knows_and_leaves_the_next_one_is_told(Database database)
    {
        await using var it = await Open(database);
        var (hoa, nam) = (await it.Employ("Chị Hoa"), await it.Employ("Anh Nam"));
        await it.OnDuty(hoa, Sitting.Afternoon);
        await it.OnDuty(nam, Sitting.Morning, day: 25);
        await it.House.Hears("gặp người");
        await it.Mails(HalfPastTwo, 1);
        await it.House.Get<ReminderBook>().Acknowledge(Assert.Single(await it.Rows()).Id, hoa.Id, Cancel);
        await it.Mails(new(2026, 11, 25, 7, 30, 0, OfficeHours.Offset), 2);
        Assert.StartsWith(nam.Email!, it.Post.Lines[1], StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_on_duty_its_team_is_told_but_never_whose_own_employer_it_is_about(Database database)
    {
        await using var it = await Open(database);
        var (hoa, nam, lan) = (await it.Employ("Chị Hoa", unit: 7), await it.Employ("Anh Nam", unit: 8), await it.Employ("Cô Lan", unit: 7));
        await it.House.Hears("gặp người");
        await it.House.Read(db => db.Users.Where(row => row.Id == lan.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Employers, "May Hòa Bình"), Cancel));
        await it.House.Read(db => db.Conversations.ExecuteUpdateAsync(row => row.SetProperty(one => one.Employer, "may hòa bình"), Cancel));
        await it.House.Read(db => db.Cases.ExecuteUpdateAsync(row => row.SetProperty(one => one.Unit, 7L), Cancel));
        await it.House.Read(db => db.Conversations.ExecuteUpdateAsync(row => row.SetProperty(one => one.Unit, 7L), Cancel));
        await it.OnDuty(nam, Sitting.Afternoon);
        // Invited, and has not come yet.
        var newcomer = await it.Employ("Anh Mới", unit: 7);
        await it.House.Read(db => db.Users.Where(row => row.Id == newcomer.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.PasswordHash, (string?)null), Cancel));
        await it.Mails(HalfPastTwo, 1);
        Assert.StartsWith(hoa.Email!, it.Post.Lines[0], StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_has_many_overdue_at_once_gets_one_mail_that_names_each_and_hot_spots_first(Database database)
    {
        await using var it = await Open(database);
        var (hoa, nam) = (await it.Employ("Chị Hoa"), await it.Employ("Anh Nam"));
        await it.House.Read(async db =>
        {
            db.Pushes.Add(it.Push.Of(nam));
            return await db.SaveChangesAsync(Cancel);
        });
        it.Push.ExpectedKey = (await it.House.Get<PushKeys>().Read(Cancel)).PublicKey;
        foreach (var person in (string[])["an", "binh", "chi", "dung", "em", "giang"])
            await it.House.Hears("gặp người", person);
        await it.House.Get<Handoffs>().Take("false:p1:binh", nam, Cancel);
        await it.House.Read(db => db.Conversations.ExecuteUpdateAsync(row => row.SetProperty(one => one.OfferAt, (DateTimeOffset?)null), Cancel));
        await it.House.Read(db => db.Cases.Where(row => row.Number == "2026-00003").ExecuteUpdateAsync(row => row.SetProperty(one => one.Priority, CasePriority.Urgent), Cancel));
        await it.Mails(HalfPastTwo.AddHours(1), 2);

        Assert.Equal(new[] { $"{hoa.Email}: 5 vụ đến hạn, 1 vụ KHẨN", $"{nam.Email}: 6 vụ đến hạn, 1 vụ KHẨN" }.Order(), it.Post.Lines.Order());
        var mail = it.Post.Taken.Single(one => one.To.ToString() == hoa.Email).TextBody!.Split('\n');
        Assert.Equal("- Vụ 2026-00003: KHẨN: quá hẹn trả lời lần đầu 30 phút", mail[1].TrimEnd());
        Assert.Equal("- Vụ 2026-00001: quá hẹn trả lời lần đầu 30 phút", mail[2].TrimEnd());
        Assert.DoesNotContain(mail, line => line.Contains("2026-00002", StringComparison.Ordinal));
        var notice = JsonNode.Parse(Assert.Single(it.Push.Read))!;
        Assert.Equal("6 vụ đến hạn, 1 vụ KHẨN", (string?)notice["title"]);
        Assert.EndsWith("Vụ 2026-00005: quá hẹn trả lời lần đầu 30 phút\nvà 1 vụ nữa", (string?)notice["text"], StringComparison.Ordinal);
        Assert.All(await it.Rows(), row => Assert.Equal(1, row.SentCount));
    }

    [Theory, OnEveryDatabase]
    public async Task A_head_who_sits_is_told_of_another_teams_case_because_the_desk_shows_it_to_them(Database database)
    {
        await using var it = await Open(database);
        await it.Employ("Chị Hoa", unit: 8);
        var head = await it.Employ("Cô Lan", unit: 8, role: StaffRoles.Head);
        await it.OnDuty(head, Sitting.Afternoon);
        await it.House.Hears("gặp người");
        await it.House.Read(db => db.Conversations.ExecuteUpdateAsync(row => row.SetProperty(one => one.Unit, 7L), Cancel));
        await it.Mails(HalfPastTwo, 1);
        Assert.StartsWith(head.Email!, it.Post.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hot_spot_is_told_at_once_though_the_loop_sleeps_long()
    {
        await using var it = await Open(Database.Sqlite);
        await it.Employ("Chị Hoa");
        await it.House.Hears("gặp người");
        await it.House.Quiet();
        var asleep = it.House.Clock.GetUtcNow();
        await it.House.Get<CaseDeeds>().SetUrgent(An, Some.Advisor(), true, Cancel);
        await Waiting.Until(() => it.Post.Taken.Count == 1);
        Assert.Equal(asleep, it.House.Clock.GetUtcNow());
    }
}
