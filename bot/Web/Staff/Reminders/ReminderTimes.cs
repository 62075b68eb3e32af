using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Conversations.Cases;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>When a reminder is said again: at growing distance, on duty; of hot spots at night too.</summary>
internal sealed class ReminderTimes(Promises promises)
{
    /// <summary>After a failure of all ways, whatever the distance.</summary>
    public static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan FirstHot = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan MostHot = TimeSpan.FromHours(4);

    public bool MaySay(Reminded about, DateTimeOffset now) => about.IsHot || promises.Calendar.IsOpen(now);

    public DateTimeOffset NextOpening(DateTimeOffset now) => promises.Calendar.NextOpening(now);

    /// <param name="said">How often it has been said by now.</param>
    public DateTimeOffset Next(Reminded about, DateTimeOffset now, int said) => about.IsHot
        ? now + Grown(FirstHot, said, MostHot)
        : promises.Calendar.Add(now, Grown(First, said, Sittings.WholeDay));

    /// <summary>Time on duty until the promise runs out; below zero once it has.</summary>
    public TimeSpan Left(Reminded about, DateTimeOffset now) => promises.Calendar.Between(now, about.DueAt);

    private static TimeSpan Grown(TimeSpan first, int said, TimeSpan most)
    {
        // Beyond some doublings it is the longest anyway, and would not fit.
        var grown = first * Math.Pow(2, Math.Clamp(said - 1, 0, 10));
        return grown < most ? grown : most;
    }
}
