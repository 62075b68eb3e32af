using ChatBot.Talk.Handoff.Calendar;
using CsCheck;

namespace ChatBot.Talk.Tests.Handoff.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = ConversationTests.Calendar();

    [Theory]
    [InlineData("2026-11-23 07:29:59", false)]
    [InlineData("2026-11-23 07:30:00", true)]
    [InlineData("2026-11-23 11:29:59", true)]
    [InlineData("2026-11-23 11:30:00", false)]
    [InlineData("2026-11-23 13:29:59", false)]
    [InlineData("2026-11-23 13:30:00", true)]
    [InlineData("2026-11-23 16:59:59", true)]
    [InlineData("2026-11-23 17:00:00", false)]
    [InlineData("2026-11-22 09:00:00", false)] // Chủ nhật
    [InlineData("2026-11-28 09:00:00", false)] // thứ Bảy
    [InlineData("2026-11-24 09:00:00", false)] // Ngày Văn hóa Việt Nam
    [InlineData("2026-04-27 09:00:00", false)] // nghỉ bù Giỗ Tổ
    [InlineData("2027-02-04 09:00:00", true)] // trước Tết
    [InlineData("2027-02-11 09:00:00", false)] // nghỉ bù Tết
    [InlineData("2027-02-12 09:00:00", true)]
    public void Two_sittings_a_day_except_weekends_and_holidays(string moment, bool open) => Assert.Equal(open, Calendar.IsOpen(Some.Local(moment)));

    [Fact]
    public void The_hour_is_Vietnamese_wherever_the_server_stands() =>
        Assert.True(Calendar.IsOpen(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("2026-11-26 09:10:00", "2026-11-26 09:10:00")] // while one is on
    [InlineData("2026-11-26 11:30:00", "2026-11-26 13:30:00")] // lunch
    [InlineData("2026-11-27 17:00:00", "2026-11-30 07:30:00")] // Friday evening
    [InlineData("2026-11-23 17:00:00", "2026-11-25 07:30:00")] // a holiday between
    [InlineData("2027-02-04 17:00:00", "2027-02-12 07:30:00")] // Tết
    [InlineData("2027-04-29 17:00:00", "2027-05-04 07:30:00")] // 30/4, 1/5 on a Saturday, and its substitute
    public void The_next_opening_is_the_next_sitting_of_a_workday(string moment, string opening) =>
        Assert.Equal(Some.Local(opening), Calendar.NextOpening(Some.Local(moment)));

    [Theory]
    [InlineData("2026-11-26 09:00:00", "00:30:00", "2026-11-26 09:30:00")]
    [InlineData("2026-11-26 11:00:00", "00:30:00", "2026-11-26 11:30:00")] // ends with the sitting
    [InlineData("2026-11-26 11:15:00", "00:30:00", "2026-11-26 13:45:00")] // across lunch
    [InlineData("2026-11-26 11:29:59", "00:00:02", "2026-11-26 13:30:01")]
    [InlineData("2026-11-26 12:00:00", "00:30:00", "2026-11-26 14:00:00")] // begun at lunch
    [InlineData("2026-11-26 16:45:00", "00:30:00", "2026-11-27 07:45:00")] // across the night
    [InlineData("2026-11-27 16:45:00", "00:30:00", "2026-11-30 07:45:00")] // across the weekend
    [InlineData("2026-11-28 23:59:59", "00:30:00", "2026-11-30 08:00:00")] // begun on a Saturday night
    [InlineData("2026-11-23 16:00:00", "04:00:00", "2026-11-25 10:30:00")] // across 24/11
    [InlineData("2027-02-04 16:00:00", "04:00:00", "2027-02-12 10:30:00")] // across Tết
    [InlineData("2026-11-26 10:00:00", "22:30:00", "2026-12-01 10:00:00")] // three working days
    public void Time_on_duty_is_added_across_lunch_nights_weekends_and_holidays(string moment, string work, string expected) =>
        Assert.Equal(Some.Local(expected), Calendar.Add(Some.Local(moment), TimeSpan.Parse(work, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-26 11:29:59", "2026-11-26 11:30:00", 1)]
    [InlineData("2026-11-26 11:30:00", "2026-11-26 13:30:00", 0)]
    [InlineData("2026-11-26 11:00:00", "2026-11-26 14:00:00", 3600)]
    [InlineData("2026-11-27 16:59:59", "2026-11-30 07:30:01", 2)]
    [InlineData("2026-11-26 00:00:00", "2026-11-27 00:00:00", 27000)]
    [InlineData("2026-11-24 00:00:00", "2026-11-25 00:00:00", 0)]
    [InlineData("2027-02-05 00:00:00", "2027-02-12 07:30:00", 0)]
    [InlineData("2026-11-26 14:00:00", "2026-11-26 11:00:00", -3600)]
    public void Only_time_on_duty_counts_between_two_moments(string from, string until, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Calendar.Between(Some.Local(from), Some.Local(until)));

    [Fact]
    public void What_is_added_is_what_lies_between()
    {
        var minutes = Gen.Int[0, 60 * 24 * 500];
        Gen.Select(minutes, Gen.Int[0, 60 * 100]).Sample((start, work) =>
        {
            var from = Some.Local("2026-01-01 00:00:00").AddMinutes(start);
            return Calendar.Between(from, Calendar.Add(from, TimeSpan.FromMinutes(work))) == TimeSpan.FromMinutes(work);
        });
    }

    [Fact]
    public void A_Saturday_that_is_worked_and_a_day_off_of_our_own_are_put_in()
    {
        var calendar = CalendarReader.Read("""
            nghi:
              - { ngay: 2026-11-27, ten: Đại hội công đoàn, can-cu: Thông báo 12 }
            lam-bu:
              - { ngay: 2026-11-28, ten: Làm bù, can-cu: Thông báo 12 }
            """, []);

        Assert.Equal(Some.Local("2026-11-28 07:30:00"), calendar.NextOpening(Some.Local("2026-11-26 17:00:00")));
    }
}
