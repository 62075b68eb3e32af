using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class TurnTests
{
    [Theory, OnEveryDatabase]
    public async Task What_the_bot_remembers_is_there_in_the_next_turn(Database database)
    {
        var remembered = new List<string?>();
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) =>
        {
            remembered.Add(before.LastQuestion);
            return new Turn(before with { LastQuestion = activity.Text }, []);
        });

        await house.Hears("Lương tối thiểu?");
        await house.Hears("Còn vùng hai?");

        Assert.Equal([null, "Lương tối thiểu?"], remembered);
    }

    [Theory, OnEveryDatabase]
    public async Task A_turn_that_hangs_is_taken_by_another_and_its_late_answer_is_dropped(Database database)
    {
        using var goOn = new ManualResetEventSlim();
        var dying = new TaskCompletionSource();
        await using var one = await House.Open(database, plan =>
        {
            var repeat = plan.Bot!;
            plan.Bot = (before, activity) =>
            {
                if (!dying.TrySetResult())
                    return repeat(before, activity);
                goOn.Wait();
                return new Turn(before, [new Activity { Text = "quá muộn" }]);
            };
        });
        await one.Brings(Some.Message("Tôi được nghỉ mấy ngày?"));
        await dying.Task;

        await using var other = await one.Beside();
        await other.After(ConversationWorker.ClaimHolds + TimeSpan.FromSeconds(1));
        goOn.Set();
        await one.DisposeAsync(); // finishes what it began
        await other.After(TimeSpan.FromMinutes(1));

        Assert.Equal(["Về: Tôi được nghỉ mấy ngày?"], one.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task A_message_whose_turn_fails_three_times_is_parked_and_a_person_is_called(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) =>
            activity.Text == "hỏng" ? throw new InvalidOperationException("with the person's words") : new Turn(before, [new Activity { Text = "được" }]));

        await house.Hears("hỏng");
        await house.After(TimeSpan.FromSeconds(1));
        Assert.Empty(house.Channel.Texts);
        await house.After(TimeSpan.FromSeconds(1));

        Assert.Contains("Mình đã chuyển cho tư vấn viên", Assert.Single(house.Channel.Texts), StringComparison.Ordinal);
        var message = await house.Read(db => db.Inbox.SingleAsync());
        Assert.Equal((3, nameof(InvalidOperationException), null), (message.Tries, message.Failure, message.DoneAt));
        Assert.NotNull(message.ParkedAt);
        var waiting = Assert.Single(await house.Get<Desk>().List(DeskList.Waiting, new DeskSight(Some.Advisor()), TestContext.Current.CancellationToken));
        Assert.Equal("Bot gặp lỗi ba lần khi xử lý tin nhắn này, cần người trả lời.", waiting.Conversation.Reason);
    }

    [Theory, OnEveryDatabase]
    public async Task A_failing_message_does_not_hold_up_other_people(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) =>
            activity.Text == "hỏng" ? throw new InvalidOperationException() : new Turn(before, [new Activity { Text = "được" }]));

        await house.Hears("hỏng");
        await house.Hears("tốt", "bình");

        Assert.Equal(["được"], house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task An_advisor_who_takes_during_the_turn_is_not_talked_over(Database database)
    {
        var thinking = new TaskCompletionSource();
        using var goOn = new ManualResetEventSlim();
        await using var house = await House.Open(database, plan => plan.Bot = (before, _) =>
        {
            thinking.TrySetResult();
            goOn.Wait(plan.Closing.Token);
            return new Turn(before, [new Activity { Text = "bot nói" }]);
        });
        await house.Brings(Some.Message("Tôi được nghỉ mấy ngày?"));
        await thinking.Task;

        await house.Get<Handoffs>().Take("false:p1:an", Some.Advisor(), TestContext.Current.CancellationToken);
        goOn.Set();
        await house.Quiet();

        Assert.Empty(await house.Read(db => db.Outbox.ToListAsync()));
        Assert.NotNull((await house.Read(db => db.Inbox.SingleAsync())).DoneAt);
    }

    [Theory, OnEveryDatabase]
    public async Task Notes_of_a_turn_reach_the_staff(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, _) => new Turn(before, [])
        {
            Notes = [new Note.Unanswered("Thuê nhà?"), new Note.Feedback("phep-nam", false, "Khó hiểu"), new Note.HandedOver("Tai nạn.", Urgent: true)],
        });

        await house.Hears("Thuê nhà?");

        Assert.Equal("Thuê nhà?", await house.Read(db => db.Unanswered.Select(it => it.Question).SingleAsync()));
        var thumb = await house.Read(db => db.Feedback.SingleAsync());
        Assert.Equal(("phep-nam", false, "Khó hiểu"), (thumb.Article, thumb.Helpful, thumb.Reason));
        var conversation = await house.Read(db => db.Conversations.SingleAsync());
        Assert.Equal((Speaker.WaitingForAdvisor, "Tai nạn.", true), (conversation.Speaker, conversation.Reason, conversation.Urgent));
        Assert.Equal(house.Clock.GetUtcNow(), conversation.WaitingSince);
    }

    [Theory, OnEveryDatabase]
    public async Task A_worker_who_wants_the_bot_again_waits_no_longer(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) => new Turn(before, [])
        {
            Notes = activity.Text == "thôi" ? [new Note.Returned()] : [new Note.HandedOver("Xin gặp người.", Urgent: false)],
        });

        await house.Hears("gặp người");
        await house.Hears("thôi");

        var conversation = await house.Read(db => db.Conversations.SingleAsync());
        Assert.Equal((Speaker.Bot, null, null), (conversation.Speaker, conversation.WaitingSince, conversation.Reason));
    }

    [Theory, OnEveryDatabase]
    public async Task Two_machines_on_one_database_do_not_answer_twice(Database database)
    {
        await using var one = await House.Open(database);
        await using var other = await one.Beside();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number =>
            (number % 2 == 0 ? one : other).Brings(Some.Tap($"câu {number}", $"người {number % 7}"), Some.Tap($"thêm {number}", $"người {(number + 3) % 7}"))));
        await one.Quiet();

        Assert.Equal(
            Enumerable.Range(0, 60).SelectMany(number => new[] { $"Về: câu {number}", $"Về: thêm {number}" }).Order(StringComparer.Ordinal),
            one.Channel.Texts.Order(StringComparer.Ordinal));
        Assert.Equal(120, await one.Read(db => db.Outbox.CountAsync(it => it.State == OutboxState.Sent && it.Tries == 1)));
    }
}
