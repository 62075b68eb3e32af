namespace ChatBot.Talk.Handoff.Calendar;

/// <summary>A day that differs from its weekday: nobody is on duty on it, or somebody is though it is a weekend.</summary>
/// <param name="Name">As people say it: "Tết Nguyên đán".</param>
/// <param name="Source">The law, decision or announcement that says so.</param>
public sealed record SpecialDay(DateOnly Day, string Name, string Source, bool IsWorked);

/// <summary>A sitting of a certain day, in Vietnamese time.</summary>
public readonly record struct DutyTime(DateOnly Day, Sitting Sitting)
{
    public DateTimeOffset From => At(Sittings.From(Sitting));

    public DateTimeOffset Until => At(Sittings.Until(Sitting));

    private DateTimeOffset At(TimeOnly time) => new(Day.ToDateTime(time), OfficeHours.Offset);
}

/// <summary>When advisors are on duty, and how much of that lies between two moments. Monday to Friday, except where the content says otherwise.</summary>
public sealed class WorkCalendar
{
    private readonly Dictionary<DateOnly, SpecialDay> special;

    public WorkCalendar(IEnumerable<SpecialDay> special)
    {
        this.special = special.DistinctBy(it => it.Day).ToDictionary(it => it.Day);
        LastYear = this.special.Count == 0 ? null : this.special.Keys.Max().Year;
    }

    /// <summary>Only weekdays, for where no days off are known.</summary>
    public static WorkCalendar WithoutHolidays { get; } = new([]);

    /// <summary>The last year whose days off are known; null: none is.</summary>
    public int? LastYear { get; }

    public IEnumerable<SpecialDay> SpecialDays => special.Values.OrderBy(it => it.Day);

    public bool IsWorkday(DateOnly day) =>
        special.TryGetValue(day, out var known) ? known.IsWorked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>What the day is called when it differs from its weekday.</summary>
    public string? NameOf(DateOnly day) => special.GetValueOrDefault(day)?.Name;

    public bool IsOpen(DateTimeOffset moment) => From(moment).First().From <= moment;

    /// <summary>When the next sitting begins, in Vietnamese time; the moment itself while one is on.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset moment) => Later(From(moment).First().From, moment).ToOffset(OfficeHours.Offset);

    /// <summary>The sitting that is on, or else the next one.</summary>
    public DutyTime Next(DateTimeOffset moment) => From(moment).First();

    /// <summary>The moment at which so much time on duty has gone by. Work that ends with a sitting ends then, and not when the next one begins.</summary>
    public DateTimeOffset Add(DateTimeOffset moment, TimeSpan work)
    {
        var left = work;
        foreach (var duty in From(moment))
        {
            var begin = Later(duty.From, moment);
            if (left <= duty.Until - begin)
                return (begin + left).ToOffset(OfficeHours.Offset);
            left -= duty.Until - begin;
        }

        throw new InvalidOperationException("The sittings never end.");
    }

    /// <summary>How much time on duty lies between two moments; below zero when the second comes first.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        if (until < from)
            return -Between(until, from);
        var sum = TimeSpan.Zero;
        foreach (var duty in From(from).TakeWhile(it => it.From < until))
            sum += Earlier(duty.Until, until) - Later(duty.From, from);
        return sum;
    }

    // Every sitting that is not over yet, without end.
    private IEnumerable<DutyTime> From(DateTimeOffset moment)
    {
        for (var day = OfficeHours.DayOf(moment); ; day = day.AddDays(1))
        {
            if (!IsWorkday(day))
                continue;
            foreach (var sitting in Sittings.All)
                if (new DutyTime(day, sitting) is var duty && duty.Until > moment)
                    yield return duty;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
