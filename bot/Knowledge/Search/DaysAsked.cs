using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>The days a question is about: the day of asking, and an older day or rule when the question names one.</summary>
internal sealed partial class DaysAsked
{
    private readonly DateOnly today;
    private readonly List<DateOnly> named;
    private readonly bool oldRule;

    public DaysAsked(string text, DateOnly today)
    {
        var folded = Text.Fold(text);
        this.today = today;
        named = [.. Named(folded).Where(it => it < today)];
        oldRule = OldRule().IsMatch(folded);
    }

    /// <summary>True for what holds today, and for what held on a day the question names.</summary>
    public bool Allow(DateOnly from, DateOnly? until) =>
        Holds(from, until, today) || (until < today && (oldRule || named.Any(it => Holds(from, until, it))));

    private static bool Holds(DateOnly from, DateOnly? until, DateOnly day) => from <= day && (until is null || day <= until);

    private static IEnumerable<DateOnly> Named(string folded)
    {
        foreach (Match match in Dates().Matches(folded))
        {
            var month = match.Groups["month"].Success ? Number(match, "month") : 1;
            var day = match.Groups["day"].Success ? Number(match, "day") : 1;
            var year = Number(match, "year");
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                yield return new DateOnly(year, month, day);
        }
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // "nghị định 12/2022" and "10/2020/TT-BLĐTBXH" are no months.
    [GeneratedRegex(@"(?<!\b(?:nghi dinh|nd|thong tu|tt|nghi quyet|nq|luat|so) (?:so )?)(?:\b(?<year>(?:19|20)\d\d)-(?<month>\d\d?)-(?<day>\d\d?)\b|(?:\b(?:(?<day>\d\d?)[/.-])?(?<month>\d\d?)[/.-]|\bnam )(?<year>(?:19|20)\d\d)\b(?!/))")]
    private static partial Regex Dates();

    [GeneratedRegex(@"\b(?:luat cu|quy dinh cu|theo cu|hoi truoc|truoc day|truoc kia|ngay truoc)\b")]
    private static partial Regex OldRule();
}
