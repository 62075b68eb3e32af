using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class OutboxTests
{
    private const string An = "false:p1:an";

    private static readonly StaffMember Hoa = Some.Advisor();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task A_reply_is_carried_again_when_the_platform_is_busy(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.TryLater(TimeSpan.FromSeconds(30), "Nền tảng bận."));

        await house.Hears("Tôi được nghỉ mấy ngày?");
        var reply = await Only(house);
        Assert.Equal((OutboxState.Waiting, "Nền tảng bận."), (reply.State, reply.Why));
        await house.After(TimeSpan.FromSeconds(29));
        Assert.Single(house.Channel.Carried);
        await house.After(TimeSpan.FromSeconds(2));

        Assert.Equal(2, house.Channel.Carried.Count);
        Assert.Equal((OutboxState.Sent, null), (await Only(house) is var sent ? (sent.State, sent.Why) : default));
    }

    [Theory, OnEveryDatabase]
    public async Task What_follows_waits_for_what_went_before_and_other_people_do_not(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.TryLater(TimeSpan.FromSeconds(30), "Nền tảng bận."));

        await house.Hears("câu một");
        await house.Hears("câu hai");
        await house.Hears("câu khác", "bình");
        Assert.Equal(["Về: câu một", "Về: câu khác"], house.Channel.Texts);
        await house.After(TimeSpan.FromSeconds(31));

        Assert.Equal(["Về: câu một", "Về: câu khác", "Về: câu một", "Về: câu hai"], house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task A_channel_that_breaks_three_times_parks_the_reply_and_calls_a_person(Database database)
    {
        await using var house = await House.Open(database);
        for (var time = 0; time < 3; time++)
            house.Channel.AnswersNext(_ => throw new InvalidOperationException());

        await house.Hears("Tôi được nghỉ mấy ngày?");
        await house.After(TimeSpan.FromSeconds(2));
        await house.After(TimeSpan.FromSeconds(7));
        await house.After(TimeSpan.FromHours(1));

        Assert.Equal(3, house.Channel.Carried.Count);
        Assert.Equal(OutboxState.Parked, (await Only(house)).State);
        Assert.Equal(Speaker.WaitingForAdvisor, await house.Read(db => db.Conversations.Select(it => it.Speaker).SingleAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task A_refused_reply_shows_why_and_what_follows_goes_on(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.Refused("Người này không nhận tin."));

        await house.Hears("câu một");
        await house.Hears("câu hai");

        var lines = await house.Get<Desk>().Transcript(An, 0, Cancel);
        Assert.Equal([null, OutboxState.Refused, null, OutboxState.Sent], lines.Select(it => it.State));
        Assert.Equal("Người này không nhận tin.", lines[1].Why);
    }

    [Theory, OnEveryDatabase]
    public async Task After_the_window_the_bot_is_silent_and_a_person_may_still_write(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.Windows = (TimeSpan.FromHours(24), TimeSpan.FromDays(7));
        house.Channel.AnswersNext(new Delivery.TryLater(TimeSpan.FromHours(25), "Nền tảng bận."));
        await house.Hears("Tôi được nghỉ mấy ngày?");

        await house.After(TimeSpan.FromHours(25));
        Assert.Equal(OutboxState.Refused, (await Only(house)).State);
        Assert.Single(house.Channel.Carried);

        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.Get<Handoffs>().Say(An, Hoa, "Hoa trả lời đây", Cancel);
        await house.Quiet();
        Assert.True(house.Channel.Carried[^1].ByPerson);
    }

    [Theory, OnEveryDatabase]
    public async Task A_bot_text_is_dropped_when_an_advisor_takes_before_it_leaves(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.TryLater(TimeSpan.FromSeconds(30), "Nền tảng bận."));
        await house.Hears("Tôi được nghỉ mấy ngày?");

        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.After(TimeSpan.FromSeconds(31));

        Assert.Single(house.Channel.Carried);
        Assert.Equal(OutboxState.Dropped, (await Only(house)).State);
    }

    [Theory, OnEveryDatabase]
    public async Task The_word_that_a_person_comes_goes_even_when_the_person_is_there(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, _) => new Turn(before, [new Activity { Text = "Mình gọi tư vấn viên nhé." }])
        {
            Notes = [new Note.HandedOver("Xin gặp người.", Urgent: false)],
        });
        house.Channel.AnswersNext(new Delivery.TryLater(TimeSpan.FromSeconds(30), "Nền tảng bận."));
        await house.Hears("gặp người");

        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.After(TimeSpan.FromSeconds(31));

        Assert.Equal(OutboxState.Sent, (await Only(house)).State);
    }

    [Theory, OnEveryDatabase]
    public async Task A_bot_text_without_an_echo_is_sent_again_after_twenty_seconds(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.Unknown("đứt kết nối"));

        await house.Hears("Tôi được nghỉ mấy ngày?");
        await house.After(TimeSpan.FromSeconds(19));
        Assert.Single(house.Channel.Carried);
        await house.After(TimeSpan.FromSeconds(2));

        Assert.Equal(2, house.Channel.Carried.Count);
        Assert.Equal(OutboxState.Sent, (await Only(house)).State);
    }

    [Theory, OnEveryDatabase]
    public async Task A_persons_text_is_never_sent_again_by_itself(Database database)
    {
        await using var house = await House.Open(database);
        await house.Hears("Tôi được nghỉ mấy ngày?");
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        house.Channel.AnswersNext(new Delivery.Unknown("đứt kết nối"));
        await house.Get<Handoffs>().Say(An, Hoa, "Bạn gửi giúp mình hợp đồng", Cancel);
        await house.Quiet();

        await house.After(TimeSpan.FromMinutes(5));

        var said = (await house.Get<Desk>().Transcript(An, 0, Cancel))[^1];
        Assert.Equal(OutboxState.Parked, said.State);
        Assert.Contains("Không rõ tin đã tới", said.Why, StringComparison.Ordinal);
        Assert.Equal(2, house.Channel.Carried.Count);

        Assert.Equal(HandoffResult.Done, await house.Get<Handoffs>().SendAgain(An, said.Said.OutboxId!.Value, Hoa, Cancel));
        await house.Quiet();
        Assert.Equal(3, house.Channel.Carried.Count);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reply_found_half_sent_after_a_crash_waits_for_its_echo_first(Database database)
    {
        await using var house = await House.Open(database);
        await house.Hears("Tôi được nghỉ mấy ngày?");
        var now = house.Clock.GetUtcNow();
        await house.Read(db => db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(it => it.State, OutboxState.Sending).SetProperty(it => it.ClaimedUntil, now)));

        await house.After(TimeSpan.FromSeconds(2));
        Assert.Single(house.Channel.Carried);
        Assert.Equal(house.Clock.GetUtcNow() + TimeSpan.FromSeconds(20), (await Only(house)).EchoBy);
        await house.After(TimeSpan.FromSeconds(21));

        Assert.Equal(2, house.Channel.Carried.Count);
    }

    [Theory, OnEveryDatabase]
    public async Task The_time_the_program_was_away_does_not_count_as_waiting_for_an_echo(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.Unknown("đứt kết nối"));
        await house.Hears("Tôi được nghỉ mấy ngày?");
        await house.DisposeAsync();
        house.Clock.Advance(TimeSpan.FromHours(1));

        await using var again = await house.Beside();
        await again.After(TimeSpan.FromSeconds(19));
        Assert.Single(house.Channel.Carried);
        await again.After(TimeSpan.FromSeconds(2));

        Assert.Equal(2, house.Channel.Carried.Count);
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_whose_access_is_refused_rests_and_is_shown(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.Reconnect("Kết nối lại trang."));

        await house.Hears("câu một");
        await house.Hears("câu hai", "bình");

        Assert.Equal("Kết nối lại trang.", Assert.Single(await house.Get<Desk>().PausedPages(Cancel)).Why);
        Assert.Single(house.Channel.Carried);

        await house.After(TimeSpan.FromMinutes(10));
        await house.After(TimeSpan.FromSeconds(1));
        Assert.Empty(await house.Get<Desk>().PausedPages(Cancel));
        Assert.Equal(["Về: câu hai", "Về: câu một"], house.Channel.Texts.Skip(1).Order());
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_started_again_tries_a_resting_page_at_once(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.AnswersNext(new Delivery.Reconnect("Kết nối lại trang."));
        await house.Hears("câu một");

        await using var again = await house.Beside();
        await again.Hears("câu hai", "bình");

        Assert.Contains("Về: câu hai", house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task A_text_too_long_for_the_channel_goes_out_in_parts_with_the_buttons_on_the_last(Database database)
    {
        var sentence = "Bạn được nghỉ mười hai ngày phép mỗi năm. ";
        await using var house = await House.Open(database, plan => plan.Bot = (before, _) => new Turn(before,
        [
            new Activity { Text = string.Concat(Enumerable.Repeat(sentence, 30)).Trim(), SuggestedActions = new([], [CardAction.ImBack("Chi tiết")]) },
        ]));

        await house.Hears("Tôi được nghỉ mấy ngày?");

        Assert.Equal(2, house.Channel.Carried.Count);
        Assert.All(house.Channel.Texts, text => Assert.True(text.Length <= 640 && text.EndsWith('.')));
        Assert.Null(house.Channel.Carried[0].Activity.SuggestedActions);
        Assert.NotNull(house.Channel.Carried[1].Activity.SuggestedActions);
    }

    private static Task<OutboxRow> Only(House house) => house.Read(db => db.Outbox.SingleAsync());
}
