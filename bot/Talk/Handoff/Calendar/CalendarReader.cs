using ChatBot.Knowledge.Articles;

namespace ChatBot.Talk.Handoff.Calendar;

/// <summary>Reads <c>_calendar/ngay-nghi.yaml</c>: the days off, and the weekends that are worked.</summary>
public static class CalendarReader
{
    public const string File = "_calendar/ngay-nghi.yaml";

    private const int LongestHoliday = 31;

    /// <summary>Days nobody knows yet are asked for this long before they come.</summary>
    private const int AskedAhead = 45;

    public static WorkCalendar Read(string text, List<Mistake> mistakes)
    {
        if (YamlPart.Read(File, text, mistakes) is not { } file)
            return WorkCalendar.WithoutHolidays;
        foreach (var stranger in file.Keys.Where(it => it is not ("nghi" or "lam-bu")))
            file.Tell(stranger, $"không có mục '{stranger}:'; chỉ có 'nghi:' và 'lam-bu:'");

        var days = new Dictionary<DateOnly, SpecialDay>();
        foreach (var (part, isWorked) in file.List("nghi").Select(it => (it, false)).Concat(file.List("lam-bu").Select(it => (it, true))))
            foreach (var day in Days(part, isWorked))
                if (!days.TryAdd(day.Day, day))
                    part.Tell(part.Line, $"ngày {day.Day:d/M/yyyy} đã có ở '{days[day.Day].Name}'");
        return new WorkCalendar(days.Values);
    }

    /// <summary>Says when the days off of the time that comes are not in the file yet.</summary>
    public static IEnumerable<Mistake> Check(WorkCalendar calendar, DateOnly today)
    {
        var year = today.AddDays(AskedAhead).Year;
        if (calendar.LastYear is null || calendar.LastYear < year)
            yield return new Mistake(File, 0, $"chưa có ngày nghỉ của năm {year}: thêm vào 'nghi:', nếu không bot sẽ hẹn người lao động vào ngày lễ");
    }

    private static IEnumerable<SpecialDay> Days(YamlPart part, bool isWorked)
    {
        var (name, source) = (part.Needed("ten"), part.Needed("can-cu"));
        var isSingle = part.Text("ngay") is not null;
        var from = isSingle ? part.Day("ngay") ?? default : part.NeededDay("tu");
        var until = isSingle ? from : part.Day("den") ?? from;
        if (from == default)
            return [];
        var length = until.DayNumber - from.DayNumber + 1;
        if (length is < 1 or > LongestHoliday)
        {
            part.Tell("den", length < 1 ? "'den' đứng trước 'tu'" : $"nghỉ liền {length} ngày: xem lại năm của 'tu' và 'den'");
            return [];
        }

        return Enumerable.Range(0, length).Select(it => new SpecialDay(from.AddDays(it), name, source, isWorked));
    }
}
