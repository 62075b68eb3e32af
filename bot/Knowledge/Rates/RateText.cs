using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Rates;

/// <summary>Writes rates into text, the way people here write numbers.</summary>
public static partial class RateText
{
    private static readonly NumberFormatInfo Written = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    };

    /// <summary>The names a text calls, in order.</summary>
    public static IEnumerable<string> Names(string text) => Call().Matches(text).Select(it => it.Groups["name"].Value);

    /// <summary>A value in its unit: <c>2.530.000 đồng</c>, <c>0,5%</c>, <c>61 tuổi 6 tháng</c>.</summary>
    public static string Write(decimal value, string unit) => unit switch
    {
        "phần trăm" => $"{Number(value)}%",
        "tháng tuổi" => Age((int)value),
        _ when unit.StartsWith("đồng", StringComparison.Ordinal) => $"{Number(decimal.Round(value))} đồng",
        _ => $"{Number(value)} {unit}",
    };

    /// <summary>A number with Vietnamese separators and no idle zeros: <c>1.500,5</c>.</summary>
    public static string Number(decimal value) => value.ToString("#,0.##", Written);

    internal static string Fill(string text, RateTable rates, DateOnly day) => Call().Replace(text, call =>
    {
        var name = call.Groups["name"].Value;
        var value = rates[name, day] * Factor(call.Groups["times"].Value);
        return Write(value, rates.Find(name)!.Unit);
    });

    private static decimal Factor(string times) => times switch
    {
        "" => 1,
        _ when times.EndsWith('%') => Read(times[..^1]) / 100,
        _ => Read(times),
    };

    private static decimal Read(string number) => decimal.Parse(number.Replace(',', '.'), CultureInfo.InvariantCulture);

    private static string Age(int months) => months % 12 == 0 ? $"{months / 12} tuổi" : $"{months / 12} tuổi {months % 12} tháng";

    [GeneratedRegex(@"\{(?<name>[a-z][a-z0-9:-]*)(?:\*(?<times>\d+(?:[.,]\d+)?%?))?\}")]
    private static partial Regex Call();
}
