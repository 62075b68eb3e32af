using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Reminders;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SmtpServer.Protocol;
using static ChatBot.Web.Tests.Staff.Reminders.ReminderHouse;

namespace ChatBot.Web.Tests.Staff.Reminders;

public sealed class ReminderWayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task A_mail_that_is_refused_is_tried_again_and_a_head_sees_why_until_it_is_through(Database database)
    {
        await using var it = await Open(database);
        await it.Employ("Chị Hoa");
        await it.House.Hears("gặp người");
        it.Post.AnswersNext(SmtpResponse.MailboxUnavailable);
        it.House.Clock.SetUtcNow(HalfPastTwo);
        await it.House.Until(async () => (await it.House.Get<OpenReminders>().Stuck(Cancel)).Count == 1);
        Assert.Equal(new StuckReminder("Chị Hoa", "2026-00001", "máy chủ thư trả lời 550"), (await it.House.Get<OpenReminders>().Stuck(Cancel))[0]);

        await it.Mails(HalfPastTwo.AddMinutes(2), 1);
        Assert.Empty(await it.House.Get<OpenReminders>().Stuck(Cancel));
    }

    [Theory, OnEveryDatabase]
    public async Task What_could_not_be_carried_by_the_evening_waits_for_the_morning(Database database)
    {
        await using var it = await Open(database);
        await it.Employ("Chị Hoa");
        await it.House.Hears("gặp người");
        it.Post.AnswersNext(SmtpResponse.TransactionFailed);
        it.House.Clock.SetUtcNow(HalfPastTwo);
        await it.House.Until(async () => (await it.House.Get<OpenReminders>().Stuck(Cancel)).Count == 1);

        // Tuesday is a holiday.
        var morning = new DateTimeOffset(2026, 11, 25, 7, 30, 0, OfficeHours.Offset);
        it.House.Clock.SetUtcNow(HalfPastTwo.AddHours(3));
        await it.House.Until(async () => (await it.Rows()).Single().DueAt == morning);
        Assert.Empty(it.Post.Taken);
        await it.Mails(morning, 1);
    }

    [Theory]
    [InlineData("Mail:Password", "sai", "máy chủ thư không nhận tên hoặc mật khẩu")]
    [InlineData("Mail:Port", "1", "không nối được máy chủ thư 127.0.0.1:1")]
    // A server that cannot encrypt is told nothing when it should.
    [InlineData("Mail:Security", "StartTls", "không nối được máy chủ thư")]
    public async Task What_a_head_has_to_mend_is_said(string setting, string value, string why)
    {
        await using var it = await Open(Database.Sqlite, plan => plan.Settings[setting] = value);
        await it.Employ("Chị Hoa");
        await it.House.Hears("gặp người");
        it.House.Clock.SetUtcNow(HalfPastTwo);
        await it.House.Until(async () => (await it.House.Get<OpenReminders>().Stuck(Cancel)).Count == 1);
        Assert.StartsWith(why, (await it.House.Get<OpenReminders>().Stuck(Cancel))[0].Why, StringComparison.Ordinal);
        Assert.Empty(it.Post.Taken);
    }

    [Theory, OnEveryDatabase]
    public async Task A_browser_is_sent_a_notice_only_it_can_read_with_the_houses_proof(Database database)
    {
        await using var it = await Open(database);
        var hoa = await it.Employ("Chị Hoa");
        await using var second = await it.Beside();
        it.Push.ExpectedKey = (await second.Get<PushKeys>().Read(Cancel)).PublicKey;
        Assert.Equal(it.Push.ExpectedKey, (await it.House.Get<PushKeys>().Read(Cancel)).PublicKey);
        await it.House.Read(db => Keep(db, it.Push.Of(hoa)));
        await it.House.Hears("gặp người, em tên Bí Mật");
        await it.Mails(HalfPastTwo, 1);

        var shown = JsonNode.Parse(Assert.Single(it.Push.Read))!.AsObject();
        Assert.Equal(("Vụ 2026-00001", "còn 30 phút để trả lời lần đầu", 2), ((string?)shown["title"], (string?)shown["text"], shown.Count));
    }

    [Theory, InlineData("", null), InlineData("https://tuvan.union.example", "https://tuvan.union.example")]
    public async Task Notices_need_no_mail_and_one_that_failed_is_tried_again(string site, string? subject)
    {
        await using var it = await Open(Database.Sqlite, plan => (plan.Settings["Mail:Host"], plan.Settings["Mail:From"], plan.Settings["Site:Url"]) = (null, null, site));
        var hoa = await it.Employ("Chị Hoa");
        (it.Push.ExpectedKey, it.Push.ExpectedSubject) = ((await it.House.Get<PushKeys>().Read(Cancel)).PublicKey, subject);
        await it.House.Read(db => Keep(db, it.Push.Of(hoa)));
        it.Push.AnswersNext(HttpStatusCode.TooManyRequests);
        await it.House.Hears("gặp người");
        it.House.Clock.SetUtcNow(HalfPastTwo);
        await it.House.Until(async () => (await it.Rows()) is [{ Trouble: not null }]);
        it.House.Clock.Advance(ReminderTimes.TryAgainAfter);
        await it.House.Until(() => Task.FromResult(it.Push.Read.Count == 1));
        await it.House.Until(async () => (await it.Rows()) is [{ SentCount: 1, Trouble: null }]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone, 0, null)]
    [InlineData(HttpStatusCode.NotFound, 0, null)]
    [InlineData(HttpStatusCode.InternalServerError, 1, "dịch vụ thông báo push.example trả lời 500")]
    public async Task A_browser_that_is_gone_is_forgotten_and_one_in_trouble_is_not(HttpStatusCode status, int left, string? trouble)
    {
        await using var it = await Open(Database.Sqlite);
        var hoa = await it.Employ("Chị Hoa");
        await it.House.Read(db => Keep(db, it.Push.Of(hoa)));
        it.Push.AnswersNext(status);
        await it.House.Hears("gặp người");
        // The mail went out all the same, so it is not said again before its time.
        await it.Mails(HalfPastTwo, 1);
        Assert.Equal(left, await it.House.Read(db => db.Pushes.CountAsync(Cancel)));
        Assert.Equal(trouble, (await it.Rows()).Single().Trouble);
        Assert.Equal(1, it.Push.Asked);
    }

    [Theory]
    [InlineData("http://push.example/a", false)]
    [InlineData("https://127.0.0.1/a", false)]
    [InlineData("https://[::1]/a", false)]
    [InlineData("https://localhost/a", false)]
    [InlineData("https://intranet/a", false)]
    [InlineData("https://push.example:8443/a", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    public void Only_push_services_out_in_the_world_are_sent_to(string endpoint, bool sound)
    {
        using var push = new FalsePush();
        Assert.Equal(sound, new Subscription(endpoint, push.Key, push.Secret).IsSound);
        Assert.False(new Subscription(endpoint, push.Key[..^4], push.Secret).IsSound);
        Assert.False(new Subscription(endpoint, push.Key, "không phải").IsSound);
    }

    [Theory, OnEveryDatabase]
    public async Task A_browser_belongs_to_whoever_switched_it_on_last_and_both_deeds_are_in_the_trail(Database database)
    {
        await using var it = await Open(database);
        var (hoa, nam) = (await it.Employ("Chị Hoa"), await it.Employ("Anh Nam"));
        var (book, browser) = (it.House.Get<PushBook>(), new Subscription(FalsePush.Endpoint, it.Push.Key, it.Push.Secret));
        Assert.True(await book.Add(browser, hoa.Id, Cancel));
        Assert.True(await book.Add(browser, hoa.Id, Cancel));
        Assert.True(await book.Add(browser, nam.Id, Cancel));
        await book.Remove(browser.Endpoint, hoa.Id, Cancel);
        Assert.Equal(nam.Id, await it.House.Read(db => db.Pushes.Select(row => row.Staff).SingleAsync(Cancel)));
        await book.Remove(browser.Endpoint, nam.Id, Cancel);
        Assert.Equal([(hoa.Id, "push-on"), (nam.Id, "push-on"), (nam.Id, "push-off")], (await it.House.Read(db => db.Audit.OrderBy(row => row.Id).ToListAsync(Cancel))).Select(row => (row.Who, row.What)));
    }

    [Theory]
    [InlineData("Mail:From", "không phải", "Mail:From")]
    [InlineData("Mail:Password", "", "Mail:Password")]
    [InlineData("Mail:Port", "0", "Mail:Port")]
    public async Task A_setting_that_cannot_be_is_told_at_start(string setting, string value, string named)
    {
        var trouble = await Assert.ThrowsAsync<OptionsValidationException>(() => Open(Database.Sqlite, plan => plan.Settings[setting] = value));
        Assert.Contains(named, trouble.Message, StringComparison.Ordinal);
    }

    private static async Task<int> Keep(ChatDb db, PushRow row)
    {
        db.Pushes.Add(row);
        return await db.SaveChangesAsync(Cancel);
    }
}
