using ChatBot.Knowledge.Articles;
using ChatBot.Talk.Handoff.Calendar;

namespace ChatBot.Talk.Tests.Handoff.Calendar;

public sealed class CalendarReaderTests
{
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    public void Each_year_has_the_twelve_days_of_the_law_on_weekdays_substitutes_included(int year)
    {
        var mistakes = new List<Mistake>();
        var calendar = CalendarReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "knowledge-base", CalendarReader.File)), mistakes);

        Assert.Empty(mistakes);
        Assert.Equal(12, calendar.SpecialDays.Count(it => it.Day.Year == year && !it.IsWorked && it.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
    }

    [Theory]
    [InlineData("nghi:\n  - { ngay: 2026-13-01, ten: Tết, can-cu: x }", 2, "không phải là ngày")]
    [InlineData("nghi:\n  - { ngay: 2026-01-01, can-cu: x }", 2, "thiếu dòng 'ten:'")]
    [InlineData("nghi:\n  - { ngay: 2026-01-01, ten: Tết }", 2, "thiếu dòng 'can-cu:'")]
    [InlineData("nghi:\n  - { ten: Tết, can-cu: x }", 2, "thiếu dòng 'tu:'")]
    [InlineData("nghi:\n  - { tu: 2026-02-05, den: 2026-02-01, ten: Tết, can-cu: x }", 2, "'den' đứng trước 'tu'")]
    [InlineData("nghi:\n  - { tu: 2026-02-05, den: 2027-02-01, ten: Tết, can-cu: x }", 2, "xem lại năm")]
    [InlineData("nghi:\n  - { ngay: 2026-01-01, ten: Tết, can-cu: x }\nlam-bu:\n  - { ngay: 2026-01-01, ten: Bù, can-cu: x }", 4, "đã có ở 'Tết'")]
    [InlineData("nghi: []\nnghỉ: []", 2, "không có mục 'nghỉ:'")]
    public void A_mistake_is_told_in_Vietnamese_with_its_line(string text, int line, string message)
    {
        var mistakes = new List<Mistake>();
        CalendarReader.Read(text, mistakes);

        var mistake = Assert.Single(mistakes);
        Assert.Equal((CalendarReader.File, line), (mistake.File, mistake.Line));
        Assert.Contains(message, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_days_of_next_year_are_asked_for_before_it_comes()
    {
        var calendar = CalendarReader.Read("nghi:\n  - { ngay: 2026-01-01, ten: Tết, can-cu: x }", []);

        Assert.Empty(CalendarReader.Check(calendar, new DateOnly(2026, 11, 16)));
        Assert.Contains("năm 2027", Assert.Single(CalendarReader.Check(calendar, new DateOnly(2026, 11, 17))).Message, StringComparison.Ordinal);
    }
}
