using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>When a worker may be asked how it was: shortly after the end, but never at night. Pure.</summary>
public static class SurveyTime
{
    private static readonly TimeOnly Morning = new(7, 0), Night = new(21, 0);

    /// <param name="after">How long after <paramref name="moment"/>.</param>
    public static DateTimeOffset DueAt(DateTimeOffset moment, TimeSpan after, WorkCalendar calendar)
    {
        var due = moment + after;
        return TimeOnly.FromDateTime(due.ToOffset(OfficeHours.Offset).DateTime).IsBetween(Morning, Night) ? due : calendar.NextOpening(due);
    }
}
