namespace ChatBot.Talk.Handoff.Calendar;

/// <summary>The two halves of a day on duty.</summary>
public enum Sitting
{
    Morning,
    Afternoon,
}

/// <summary>When each sitting begins and ends; its end belongs to it no more.</summary>
public static class Sittings
{
    /// <summary>Both, in the order of the day.</summary>
    public static IReadOnlyList<Sitting> All { get; } = [Sitting.Morning, Sitting.Afternoon];

    /// <summary>So long is a whole day on duty: seven and a half hours.</summary>
    public static TimeSpan WholeDay { get; } = All.Aggregate(TimeSpan.Zero, (sum, it) => sum + (Until(it) - From(it)));

    public static TimeOnly From(Sitting sitting) => sitting == Sitting.Morning ? new(7, 30) : new(13, 30);

    public static TimeOnly Until(Sitting sitting) => sitting == Sitting.Morning ? new(11, 30) : new(17, 0);

    public static string Say(Sitting sitting) => sitting == Sitting.Morning ? "buổi sáng" : "buổi chiều";
}
