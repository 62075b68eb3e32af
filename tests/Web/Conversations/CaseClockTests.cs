using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Conversations;

public sealed class CaseClockTests
{
    private static readonly DateTimeOffset Heard = new(2026, 11, 23, 11, 0, 0, OfficeHours.Offset);

    [Fact]
    public async Task What_runs_out_first_is_the_promise_or_the_window_of_the_channel()
    {
        await using var house = await Open();
        var clock = house.Get<CaseClock>();

        // The window closes on Tuesday, the holiday, at 11:00; the first answer is promised for Monday 14:00, the end for Friday.
        Assert.Equal(Heard.AddHours(3), clock.Read(Talk(), Case(), Heard).RunsOutAt);
        Assert.Equal(Heard.AddDays(1), clock.Read(Talk(), Case(answered: Heard), Heard).RunsOutAt);
        Assert.Null(clock.Read(Talk(channel: "đang tắt"), null, Heard).RunsOutAt);
    }

    [Theory]
    [InlineData(0, 3600)] // 11:00: half an hour before lunch, and half an hour after it
    [InlineData(60 * 60, 1800)] // lunch
    [InlineData((3 * 60 * 60) - 1, 1)]
    [InlineData(3 * 60 * 60, 0)] // the very moment is in time
    [InlineData((3 * 60 * 60) + 1, -1)]
    public async Task The_promise_is_told_in_time_on_duty(int seconds, int left)
    {
        await using var house = await Open();

        var promise = house.Get<CaseClock>().Read(Talk(), Case(), Heard.AddSeconds(seconds)).Promise!;

        Assert.Equal((true, TimeSpan.FromSeconds(left), left < 0), (promise.IsFirstAnswer, promise.Left, promise.IsOverdue));
    }

    [Fact]
    public async Task A_promise_that_ran_out_with_a_sitting_is_overdue_in_the_break_after_it()
    {
        await using var house = await Open();
        var due = Case();
        due.FirstDueAt = Heard.AddMinutes(30);

        Assert.False(house.Get<CaseClock>().Read(Talk(), due, due.FirstDueAt).Promise!.IsOverdue);
        Assert.True(house.Get<CaseClock>().Read(Talk(), due, due.FirstDueAt.AddSeconds(1)).Promise!.IsOverdue);
    }

    private static Task<House> Open() => House.Open(Database.Sqlite, plan => plan.Channel.Windows = (TimeSpan.FromHours(1), TimeSpan.FromDays(1)));

    private static ConversationRow Talk(string channel = "false") => new() { Id = "x", Channel = channel, Page = "p1", Person = "an", LastHeardAt = Heard };

    private static CaseRow Case(DateTimeOffset? answered = null) => new()
    {
        Number = "2026-00001",
        ConversationId = "x",
        OpenedAt = Heard,
        FirstDueAt = Heard.AddHours(3),
        FirstAnsweredAt = answered,
        EndDueAt = Heard.AddDays(4),
    };
}
