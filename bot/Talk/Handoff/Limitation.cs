namespace ChatBot.Talk.Handoff;

/// <summary>What kind of labour dispute a claim is; disputes over interests have no limitation period in the Labour Code.</summary>
public enum ClaimKind
{
    /// <summary>Of one worker.</summary>
    Individual,

    /// <summary>Of a collective, over rights.</summary>
    CollectiveRights,
}

/// <summary>Before whom a claim is brought, in the order in which its time runs out.</summary>
public enum ClaimPlace
{
    Mediator,
    Arbitration,
    Court,
}

/// <summary>The last day on which a claim can be brought somewhere.</summary>
/// <param name="Provision">What says so, as people read it.</param>
public sealed record LimitationEnd(ClaimPlace Place, DateOnly LastDay, string Provision)
{
    /// <summary>From so many days before its end people are warned.</summary>
    public const int WarnDays = 30;

    /// <summary>Days left after <paramref name="today"/>; zero on the last day, negative once it is over.</summary>
    public int DaysLeft(DateOnly today) => LastDay.DayNumber - today.DayNumber;

    public bool IsOver(DateOnly today) => DaysLeft(today) < 0;

    public bool IsNear(DateOnly today) => DaysLeft(today) is >= 0 and <= WarnDays;
}

/// <summary>Until when a claim can be brought.</summary>
public static class Limitation
{
    /// <summary>
    /// Labour Code 45/2019/QH14, article 190 (individual disputes) and article 194 (collective disputes over rights), paragraphs 1 to 3: 6 months to ask for
    /// a mediator, 9 months for arbitration, 1 year for the court, each from the day the breach was discovered. Time that article 190, paragraph 4 leaves out
    /// (force majeure, objective obstacles) is not counted here: a person judges that, and the earlier day is the safe one.
    /// </summary>
    /// <param name="discovered">The day on which the breach was discovered; the period ends on the same day of its last month.</param>
    public static IReadOnlyList<LimitationEnd> Ends(ClaimKind kind, DateOnly discovered)
    {
        var article = kind == ClaimKind.Individual ? "190" : "194";
        return
        [
            new(ClaimPlace.Mediator, discovered.AddMonths(6), Provision(1)),
            new(ClaimPlace.Arbitration, discovered.AddMonths(9), Provision(2)),
            new(ClaimPlace.Court, discovered.AddYears(1), Provision(3)),
        ];

        string Provision(int clause) => $"Điều {article} khoản {clause} Bộ luật Lao động 2019";
    }
}
