using ChatBot.Talk.Handoff;

namespace ChatBot.Talk.Tests.Handoff;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("2026-11-23 06:00:00", "2026-11-23 07:30:00", "7:30 hôm nay")]
    [InlineData("2026-11-23 12:00:00", "2026-11-23 13:30:00", "13:30 hôm nay")]
    [InlineData("2026-11-25 18:00:00", "2026-11-26 07:30:00", "7:30 ngày mai")]
    [InlineData("2026-11-20 18:00:00", "2026-11-23 07:30:00", "7:30 thứ Hai 23/11")]
    public void A_moment_to_come_is_told_as_people_say_it(string now, string opening, string expected) =>
        Assert.Equal(expected, OfficeHours.Say(Some.Local(opening), Some.Local(now)));

    [Theory, InlineData("2026-11-23 23:59:59", 23), InlineData("2026-11-24 00:00:00", 24)]
    public void The_day_is_the_Vietnamese_one_wherever_the_server_stands(string moment, int day) =>
        Assert.Equal(new DateOnly(2026, 11, day), OfficeHours.DayOf(Some.Local(moment).ToUniversalTime()));
}
