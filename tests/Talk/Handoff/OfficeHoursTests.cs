using System.Globalization;
using ChatBot.Talk.Handoff;

namespace ChatBot.Talk.Tests.Handoff;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("2026-11-23 07:29:59", false)]
    [InlineData("2026-11-23 07:30:00", true)]
    [InlineData("2026-11-23 11:29:59", true)]
    [InlineData("2026-11-23 11:30:00", false)]
    [InlineData("2026-11-23 13:30:00", true)]
    [InlineData("2026-11-23 17:00:00", false)]
    [InlineData("2026-11-22 09:00:00", false)]
    [InlineData("2026-11-28 09:00:00", false)]
    public void Two_sittings_a_day_Monday_to_Friday(string moment, bool open) => Assert.Equal(open, OfficeHours.IsOpen(Local(moment)));

    [Theory]
    [InlineData("2026-11-23 06:00:00", "7:30 hôm nay")]
    [InlineData("2026-11-23 12:00:00", "13:30 hôm nay")]
    [InlineData("2026-11-23 18:00:00", "7:30 ngày mai")]
    [InlineData("2026-11-20 18:00:00", "7:30 thứ Hai 23/11")]
    [InlineData("2026-11-21 00:00:00", "7:30 thứ Hai 23/11")]
    public void The_next_opening_is_told_as_people_say_it(string moment, string expected) =>
        Assert.Equal(expected, OfficeHours.Say(OfficeHours.NextOpening(Local(moment)), Local(moment)));

    [Fact]
    public void The_hour_is_Vietnamese_wherever_the_server_stands() =>
        Assert.True(OfficeHours.IsOpen(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero)));

    private static DateTimeOffset Local(string moment) => DateTimeOffset.ParseExact(moment + " +07:00", "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
