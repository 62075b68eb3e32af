using System.Globalization;
using ChatBot.Talk.Handoff;

namespace ChatBot.Talk.Tests.Handoff;

public sealed class LimitationTests
{
    [Theory]
    [InlineData(ClaimKind.Individual, "2026-01-15", "2026-07-15", "2026-10-15", "2027-01-15", "190")]
    [InlineData(ClaimKind.CollectiveRights, "2026-01-15", "2026-07-15", "2026-10-15", "2027-01-15", "194")]
    // A month without that day ends with its last one.
    [InlineData(ClaimKind.Individual, "2025-08-31", "2026-02-28", "2026-05-31", "2026-08-31", "190")]
    [InlineData(ClaimKind.Individual, "2024-02-29", "2024-08-29", "2024-11-29", "2025-02-28", "190")]
    [InlineData(ClaimKind.Individual, "2027-08-31", "2028-02-29", "2028-05-31", "2028-08-31", "190")]
    public void Each_place_has_its_last_day(ClaimKind kind, string discovered, string mediator, string arbitration, string court, string article)
    {
        var ends = Limitation.Ends(kind, Day(discovered));

        Assert.Equal([(ClaimPlace.Mediator, Day(mediator)), (ClaimPlace.Arbitration, Day(arbitration)), (ClaimPlace.Court, Day(court))], ends.Select(it => (it.Place, it.LastDay)));
        Assert.Equal([1, 2, 3], ends.Select(it => int.Parse(it.Provision.Split(' ')[3], CultureInfo.InvariantCulture)));
        Assert.All(ends, it => Assert.StartsWith($"Điều {article} khoản", it.Provision, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-06-14", 31, false, false)]
    [InlineData("2026-06-15", 30, true, false)]
    [InlineData("2026-07-15", 0, true, false)]
    [InlineData("2026-07-16", -1, false, true)]
    public void A_warning_stands_from_thirty_days_before_until_the_last_day(string today, int left, bool near, bool over)
    {
        var mediator = Limitation.Ends(ClaimKind.Individual, Day("2026-01-15"))[0];

        Assert.Equal((left, near, over), (mediator.DaysLeft(Day(today)), mediator.IsNear(Day(today)), mediator.IsOver(Day(today))));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
