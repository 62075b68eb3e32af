using System.Net;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Zalo;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatBot.Web.Tests.Channels.Zalo;

/// <summary>The whole walk with a false Zalo.</summary>
public sealed class ZaloWalkTests : IAsyncLifetime
{
    private static readonly StaffMember Hoa = Some.Advisor();

    private readonly FalseZalo zalo = new();
    private House house = null!;
    private ZaloCaller caller = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string An => caller.Conversation("24");

    public async ValueTask InitializeAsync()
    {
        house = await House.Open(Database.Sqlite, zalo.Furnish);
        caller = new ZaloCaller(house);
        await house.Get<ZaloTokens>().Keep(FalseZalo.Account, zalo.Consent(), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        caller.Dispose();
        await house.DisposeAsync();
        zalo.Dispose();
    }

    [Fact]
    public async Task A_question_is_answered_once_however_often_Zalo_brings_it()
    {
        Assert.Equal(HttpStatusCode.OK, await caller.Text("24", "z1", "Tôi được nghỉ mấy ngày?"));
        await house.Quiet();
        Assert.Equal(HttpStatusCode.OK, await caller.Text("24", "z1", "Tôi được nghỉ mấy ngày?"));
        await house.Quiet();

        var message = Assert.Single(zalo.Taken);
        Assert.Equal(("24", "Về: Tôi được nghỉ mấy ngày?"), (message.Person, message.Text));
    }

    [Theory, InlineData("{}"), InlineData(""), InlineData("{\"ping\":1}")]
    public async Task Zalos_trial_of_the_address_hears_200_though_nobody_signed_it(string body)
    {
        Assert.Equal(HttpStatusCode.OK, await caller.Post(System.Text.Encoding.UTF8.GetBytes(body), signed: false));
        Assert.False(await house.Read(db => db.Inbox.AnyAsync(Cancel)));
    }

    [Fact]
    public async Task An_event_that_nobody_signed_is_refused_and_what_is_no_json_too()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await caller.Post("""{"event_name":"user_send_text","sender":{"id":"24"},"recipient":{"id":"7"},"message":{"msg_id":"z1","text":"x"},"timestamp":"1"}"""u8.ToArray(), signed: false));
        Assert.Equal(HttpStatusCode.BadRequest, await caller.Post("{"u8.ToArray(), signed: false));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await caller.Post(new byte[ZaloWebhook.LargestBody + 1], signed: false));
        Assert.False(await house.Read(db => db.Inbox.AnyAsync(Cancel)));
    }

    [Fact]
    public async Task What_cannot_be_kept_within_two_seconds_is_brought_again()
    {
        await using var slow = await House.Open(Database.Sqlite, plan =>
        {
            zalo.Furnish(plan);
            plan.Furnish += builder => builder.Services.Replace(ServiceDescriptor.Singleton<Keep>((_, token) => Task.Delay(Timeout.Infinite, token)));
        });
        using var other = new ZaloCaller(slow);

        var answer = other.Text("24", "z1", "Tôi được nghỉ mấy ngày?");
        await Waiting.Until(() => Task.FromResult(answer.IsCompleted), nudge: () => slow.Clock.Advance(ZaloWebhook.KeepingMayTake));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await answer);
        Assert.True(ZaloWebhook.KeepingMayTake < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Our_own_echo_does_not_silence_the_bot_though_it_comes_before_the_answer()
    {
        zalo.OnTaken = message => caller.AccountSays(message.Person, message.Id, message.Text, admin: "11");

        await caller.Text("24", "z1", "Tôi được nghỉ mấy ngày?");
        await house.Quiet();
        await caller.Text("24", "z2", "Còn lương?");
        await house.Quiet();

        Assert.Equal(2, zalo.Taken.Count);
        Assert.Equal(Speaker.Bot, await house.Read(db => db.Conversations.Select(it => it.Speaker).SingleAsync(Cancel)));
        Assert.DoesNotContain(await house.Read(db => db.Said.Select(it => it.Author).ToListAsync(Cancel)), it => it == Author.Page);
    }

    [Fact]
    public async Task A_late_echo_of_ours_and_an_automatic_greeting_silence_nobody()
    {
        await caller.Text("24", "z1", "Tôi được nghỉ mấy ngày?");
        await house.Quiet();
        await caller.AccountSays("24", zalo.Taken.Single().Id, "gì cũng được", admin: "11");
        await caller.AccountSays("24", "z_auto", "Cảm ơn bạn đã quan tâm");

        await caller.Text("24", "z2", "Còn lương?");
        await house.Quiet();

        Assert.Equal(2, zalo.Taken.Count);
    }

    [Fact]
    public async Task An_answer_in_the_accounts_own_inbox_silences_the_bot_and_stands_in_the_transcript()
    {
        await caller.AccountSays("24", "z9", "Chào bạn, Lan đây", admin: "11");
        await caller.Text("24", "z1", "Tôi được nghỉ mấy ngày?");
        await house.Quiet();

        Assert.Empty(zalo.Taken);
        Assert.Contains(await house.Read(db => db.Said.Select(it => it.Author).ToListAsync(Cancel)), it => it == Author.Page);
    }

    [Fact]
    public async Task A_send_whose_answer_was_lost_is_known_by_its_echo_and_not_sent_twice()
    {
        zalo.OnTaken = async message =>
        {
            await caller.AccountSays(message.Person, message.Id, message.Text);
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        };

        await caller.Text("24", "z1", "Tôi được nghỉ mấy ngày?");
        await house.Quiet();
        await house.After(TimeSpan.FromMinutes(5));

        Assert.Single(zalo.Taken);
        Assert.Equal(OutboxState.Sent, await house.Read(db => db.Outbox.Select(it => it.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Who_stops_following_is_not_written_to_until_they_write()
    {
        await caller.Text("24", "z1", "chị ơi");
        await house.Quiet();
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await caller.Follows("24", "unfollow");
        await house.Get<Handoffs>().Say(An, Hoa, "Em còn đó không?", Cancel);
        await house.Quiet();

        Assert.Equal(OutboxState.Refused, await house.Read(db => db.Outbox.OrderByDescending(it => it.Id).Select(it => it.State).FirstAsync(Cancel)));
        Assert.Contains("bỏ theo dõi", await house.Read(db => db.Said.Where(it => it.Author == Author.System).OrderByDescending(it => it.Id).Select(it => it.Folded + it.Activity).FirstAsync(Cancel)), StringComparison.Ordinal);

        await caller.Text("24", "z2", "em đây");
        await house.Get<Handoffs>().Say(An, Hoa, "Chào em", Cancel);
        await house.Quiet();
        Assert.Equal("Chào em", zalo.Taken.Last().Text);
    }

    [Fact]
    public async Task Who_takes_back_their_consent_is_forgotten_at_once()
    {
        await caller.Text("24", "z1", "công ty nợ lương em");
        await house.Quiet();

        await caller.Withdraws("24");
        await house.Quiet();

        Assert.All(await house.Read(db => db.Inbox.Where(it => it.ExternalId == "z1").Select(it => it.Activity).ToListAsync(Cancel)), it => Assert.Equal("", it));
        Assert.Equal([Author.System], await house.Read(db => db.Said.Select(it => it.Author).ToListAsync(Cancel)));
        Assert.False(await house.Read(db => db.Outbox.AnyAsync(Cancel)));
        Assert.Null(await house.Read(db => db.Conversations.Select(it => it.Memory).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Details_given_in_a_form_stand_at_the_desk_and_the_bot_says_nothing()
    {
        await caller.Fills("24", new { name = "Trần Thị Hoa", phone = 84987654321 });
        await house.Quiet();

        Assert.Empty(zalo.Taken);
        Assert.Equal("Trần Thị Hoa", await house.Read(db => db.Conversations.Select(it => it.Name).SingleAsync(Cancel)));
        Assert.Contains("84987654321", await house.Read(db => db.Said.Select(it => it.Activity).SingleAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_worker_sends_is_fetched_from_Zalos_hosts_alone()
    {
        await caller.Says("24", "user_send_file", new { msg_id = "z1", attachments = new[] { new { type = "file", payload = new { url = "https://f1-zpc.zdn.vn/hd.pdf", name = "hợp đồng.pdf" } } } });
        await house.Until(() => house.Read(db => db.Attachments.AnyAsync(Cancel)));
        await caller.Says("25", "user_send_file", new { msg_id = "z2", attachments = new[] { new { type = "file", payload = new { url = "https://169.254.169.254/latest", name = "x.pdf" } } } });
        await house.Until(() => house.Read(async db => !await db.Fetches.AnyAsync(Cancel)));

        Assert.Equal(("hợp đồng.pdf", An), await house.Read(db => db.Attachments.Select(it => ValueTuple.Create(it.Name, it.ConversationId)).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task An_advisors_file_goes_out_and_a_kind_that_Zalo_does_not_carry_is_said_at_once()
    {
        await caller.Text("24", "z1", "chị ơi");
        await house.Quiet();
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);

        Assert.Contains(".webp", (await house.Get<OutgoingFiles>().Bring(An, Hoa, "a.webp", [.. "RIFF0000WEBPVP8 "u8], Cancel)).Trouble, StringComparison.Ordinal);
        var file = await house.Get<OutgoingFiles>().Bring(An, Hoa, "mẫu đơn.png", Some.Picture, Cancel);
        Assert.Equal(HandoffResult.Done, await house.Get<Handoffs>().Say(An, Hoa, "", Cancel, files: [file.Id!.Value]));
        await house.Quiet();

        Assert.Equal("/v2.0/oa/upload/image", Assert.Single(zalo.Uploads).Path);
        Assert.Equal("att-1", (string?)zalo.Taken.Last().Body["message"]!["attachment"]!["payload"]!["elements"]![0]!["attachment_id"]);
    }

    [Fact]
    public async Task What_Zalo_says_is_left_is_counted_and_none_left_means_none_is_tried_until_they_write_again()
    {
        zalo.Left = 2;
        await caller.Text("24", "z1", "chị ơi");
        await house.Quiet();
        Assert.Equal(2, await house.Read(db => db.Conversations.Select(it => it.MessagesLeft).SingleAsync(Cancel)));

        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        zalo.AnswersNext(-218);
        await house.Get<Handoffs>().Say(An, Hoa, "một", Cancel);
        await house.Quiet();
        await house.Get<Handoffs>().Say(An, Hoa, "hai", Cancel);
        await house.Quiet();
        Assert.Equal([OutboxState.Refused, OutboxState.Refused], await house.Read(db => db.Outbox.Where(it => it.Author == Author.Advisor).Select(it => it.State).ToListAsync(Cancel)));
        Assert.Single(zalo.Taken);

        await caller.Text("24", "z2", "em đây");
        await house.Get<Handoffs>().Say(An, Hoa, "ba", Cancel);
        await house.Quiet();
        Assert.Equal("ba", zalo.Taken.Last().Text);
    }

    [Fact]
    public async Task What_fails_three_times_without_a_reason_is_parked()
    {
        for (var i = 0; i < 3; i++)
            zalo.AnswersNext(-200);
        await caller.Text("24", "z1", "Tôi được nghỉ mấy ngày?");
        await house.Quiet();
        await house.After(TimeSpan.FromMinutes(1));
        await house.After(TimeSpan.FromMinutes(1));

        Assert.Equal(OutboxState.Parked, await house.Read(db => db.Outbox.OrderBy(it => it.Id).Select(it => it.State).FirstAsync(Cancel)));
    }

    [Fact]
    public async Task One_person_who_writes_on_two_platforms_stays_two_people()
    {
        await caller.Text("an", "z1", "Tôi được nghỉ mấy ngày?");
        await house.Hears("Tôi được nghỉ mấy ngày?", "an");

        Assert.Equal(2, await house.Read(db => db.Conversations.CountAsync(Cancel)));
    }
}

/// <summary>With the real bot.</summary>
public sealed class ZaloGreetingTests
{
    [Fact]
    public async Task Who_follows_is_greeted_once_and_told_what_is_kept()
    {
        using var zalo = new FalseZalo();
        await using var house = await House.Open(Database.Sqlite, plan =>
        {
            zalo.Furnish(plan);
            plan.Bot = null;
        });
        await house.Get<ZaloTokens>().Keep(FalseZalo.Account, zalo.Consent(), TestContext.Current.CancellationToken);
        using var caller = new ZaloCaller(house);

        await caller.Follows("24");
        await house.Quiet();
        await caller.Follows("24");
        await house.Quiet();

        var greeting = Assert.Single(zalo.Taken);
        Assert.Contains("trợ lý tự động", greeting.Text, StringComparison.Ordinal);
        Assert.Contains("bạn đồng ý để Công đoàn lưu cuộc trò chuyện", greeting.Text, StringComparison.Ordinal);
        Assert.Equal("#gap-tu-van", (string?)greeting.Body["message"]!["attachment"]!["payload"]!["buttons"]![0]!["payload"]);
    }
}
