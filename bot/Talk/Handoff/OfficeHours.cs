namespace ChatBot.Talk.Handoff;

/// <summary>When advisors are on duty: Monday to Friday, 7:30–11:30 and 13:30–17:00, Vietnamese time.</summary>
public static class OfficeHours
{
    // Viet Nam keeps UTC+7 all year.
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    private static readonly (TimeOnly From, TimeOnly Until)[] Sittings =
        [(new TimeOnly(7, 30), new TimeOnly(11, 30)), (new TimeOnly(13, 30), new TimeOnly(17, 0))];

    /// <summary>The day in Viet Nam at that moment, whose law and rates hold.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    public static bool IsOpen(DateTimeOffset moment) => Local(moment) is var local
        && IsWorkday(local)
        && Sittings.Any(it => it.From <= TimeOnly.FromDateTime(local) && TimeOnly.FromDateTime(local) < it.Until);

    /// <summary>When the next sitting begins, in Vietnamese time; the moment itself while one is on.</summary>
    public static DateTimeOffset NextOpening(DateTimeOffset moment)
    {
        if (IsOpen(moment))
            return moment.ToOffset(Offset);

        var local = Local(moment);
        for (var day = local.Date; ; day = day.AddDays(1))
        {
            foreach (var (from, _) in Sittings)
            {
                if (IsWorkday(day) && day.Add(from.ToTimeSpan()) > local)
                    return new DateTimeOffset(day.Add(from.ToTimeSpan()), Offset);
            }
        }
    }

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

    private static bool IsWorkday(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateTime Local(DateTimeOffset moment) => moment.ToOffset(Offset).DateTime;
}
