using ChatBot.Talk.Handoff;

namespace ChatBot.Web.Staff.Heads;

/// <summary>The days a report is about, the first and the last included, on Vietnamese clocks.</summary>
public sealed record Period(DateOnly From, DateOnly Until)
{
    public DateTimeOffset Begin => Midnight(From);

    /// <summary>The first moment that is not in it any more.</summary>
    public DateTimeOffset End => Midnight(Until.AddDays(1));

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), OfficeHours.Offset);
}

/// <summary>The period as the address asks for it; where that cannot be read, this week, and why.</summary>
public sealed record PeriodAsked(string Kind, Period Period, string? Trouble)
{
    public const string Week = "tuan";

    public const string Month = "thang";

    public const string Range = "khoang";

    private const int LongestDays = 366;

    public string Query => Kind == Range ? $"?ky={Range}&tu={OfficeDay.Field(Period.From)}&den={OfficeDay.Field(Period.Until)}" : $"?ky={Kind}";

    public static PeriodAsked Read(string? kind, string? from, string? until, DateOnly today) => kind switch
    {
        Month => new(Month, MonthOf(today), null),
        Range => ReadRange(OfficeDay.Read(from), OfficeDay.Read(until), today),
        _ => new(Week, WeekOf(today), null),
    };

    private static PeriodAsked ReadRange(DateOnly? from, DateOnly? until, DateOnly today) => (from, until) switch
    {
        (null, _) or (_, null) => Instead(today, "Bạn chọn đủ ngày đầu và ngày cuối."),
        ({ } first, { } last) when last < first => Instead(today, "Ngày cuối phải từ ngày đầu trở đi."),
        ({ } first, { } last) when last.DayNumber - first.DayNumber >= LongestDays => Instead(today, $"Kỳ dài nhất là {LongestDays} ngày."),
        ({ } first, { } last) => new(Range, new Period(first, last), null),
    };

    private static PeriodAsked Instead(DateOnly today, string trouble) => new(Week, WeekOf(today), trouble);

    private static Period WeekOf(DateOnly day) => new(OfficeDay.MondayOf(day), OfficeDay.MondayOf(day).AddDays(6));

    private static Period MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first, first.AddMonths(1).AddDays(-1));
    }
}
