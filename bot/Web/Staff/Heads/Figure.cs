using System.Globalization;

namespace ChatBot.Web.Staff.Heads;

/// <summary>One line of the report, the same on the screen and in the export.</summary>
/// <param name="Value">A whole number, or a word where there is none.</param>
public sealed record Figure(string Section, string Name, string Value, string Unit)
{
    /// <summary>Its share of the section; null: shares say nothing there.</summary>
    public int? Percent { get; init; }

    /// <summary>The length of its bar, in hundredths of the longest of its section; null: it has none.</summary>
    public int? Bar { get; init; }

    /// <summary>The same figures, each with a bar as long as its number is great. Figures without a number have none.</summary>
    public static IEnumerable<Figure> WithBars(IReadOnlyList<Figure> section)
    {
        var numbers = section.Select(it => int.TryParse(it.Value, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).ToList();
        var longest = numbers.Max() ?? 0;
        return section.Zip(numbers, (it, number) => longest == 0 || number is null ? it : it with { Bar = (int)Math.Round(100.0 * number.Value / longest, MidpointRounding.AwayFromZero) });
    }

    public static Figure Count(string section, string name, int count) => new(section, name, Number(count), "vụ");

    /// <summary>Minutes on duty below which this part of the values lies; "chưa có" where there are none.</summary>
    public static Figure Minutes(string section, string name, IReadOnlyList<double> values, double part) =>
        new(section, name, values.Count == 0 ? "chưa có" : Number((int)Math.Round(Quantile([.. values.Order()], part), MidpointRounding.AwayFromZero)), "phút làm việc");

    /// <summary>How many of each kind, the most first, with their shares.</summary>
    public static IEnumerable<Figure> Shares(string section, IEnumerable<string> kinds)
    {
        var groups = kinds.GroupBy(it => it).OrderByDescending(it => it.Count()).ThenBy(it => it.Key, StringComparer.Ordinal).ToList();
        var all = groups.Sum(it => it.Count());
        return groups.Select(it => Count(section, it.Key, it.Count()) with { Percent = (int)Math.Round(100.0 * it.Count() / all, MidpointRounding.AwayFromZero) });
    }

    // Between two values on the way, as PERCENTILE and MEDIAN of a spreadsheet do: whoever counts after us finds the same.
    private static double Quantile(double[] ordered, double part)
    {
        var place = part * (ordered.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, ordered.Length - 1);
        return ordered[below] + ((place - below) * (ordered[above] - ordered[below]));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
