namespace ChatBot.Talk.Handoff;

/// <summary>Moments on Vietnamese clocks, and how people say them. When advisors are on duty stands in <see cref="Calendar.WorkCalendar"/>.</summary>
public static class OfficeHours
{
    // Viet Nam keeps UTC+7 all year.
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The day in Viet Nam at that moment, whose law and rates hold.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary>"13:30 hôm nay", "7:30 ngày mai", "7:30 thứ Hai 30/11".</summary>
    public static string Say(DateTimeOffset opening, DateTimeOffset now)
    {
        var local = opening.ToOffset(Offset);
        var days = (local.Date - Local(now).Date).Days;
        var when = days switch { 0 => "hôm nay", 1 => "ngày mai", _ => $"{Weekday(local.DayOfWeek)} {local:d'/'M}" };
        return $"{local:H:mm} {when}";
    }

    private static string Weekday(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "thứ Hai",
        DayOfWeek.Tuesday => "thứ Ba",
        DayOfWeek.Wednesday => "thứ Tư",
        DayOfWeek.Thursday => "thứ Năm",
        DayOfWeek.Friday => "thứ Sáu",
        DayOfWeek.Saturday => "thứ Bảy",
        _ => "Chủ nhật",
    };

    private static DateTime Local(DateTimeOffset moment) => moment.ToOffset(Offset).DateTime;
}
