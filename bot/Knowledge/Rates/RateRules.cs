using System.Text.RegularExpressions;
using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Rates;

/// <summary>How an article may speak of numbers that decrees set; one function a rule.</summary>
public static partial class RateRules
{
    // Round sums such as 500.000 are also ordinary wages and prices in examples.
    private const int FewestSignificantDigits = 2;
    private const decimal SmallestTelling = 17_000;

    public static IReadOnlyList<Mistake> Check(Article article, RateTable rates, DateOnly today) =>
        [.. NamesAreKnown(article, rates, today), .. NoDigitsForRates(article, rates, today)];

    /// <summary>Every <c>{name}</c> has a number today, or on the article's last day when that is past.</summary>
    public static IEnumerable<Mistake> NamesAreKnown(Article article, RateTable rates, DateOnly today)
    {
        var day = article.InForceUntil < today ? article.InForceUntil.Value : today;
        foreach (var (number, line) in article.Source.Split('\n').Index())
        {
            foreach (var call in Braces().Matches(line).Select(it => it.Value))
            {
                if (Wrong(call, rates, day) is { } message)
                    yield return new Mistake(article.File, number + 1, message);
            }
        }
    }

    /// <summary>An amount that equals a rate of today is called by its name, or it grows old unseen.</summary>
    public static IEnumerable<Mistake> NoDigitsForRates(Article article, RateTable rates, DateOnly today)
    {
        var amounts = rates.Rates.Where(it => it.Unit.StartsWith("đồng", StringComparison.Ordinal))
            .Select(it => (it.Name, it.On(today)?.Value)).Where(it => it.Value is { } value && IsTelling(value))
            .GroupBy(it => RateText.Number(it.Value!.Value)).ToDictionary(it => it.Key, it => it.First().Name);

        return article.Source.Split('\n').Index().SelectMany(line => Amounts().Matches(line.Item)
            .Where(it => amounts.ContainsKey(it.Value))
            .Select(it => new Mistake(article.File, line.Index + 1, $"{it.Value} là số liệu '{amounts[it.Value]}': viết {{{amounts[it.Value]}}}")));
    }

    private static bool IsTelling(decimal value) => value >= SmallestTelling
        && value.ToString("0", System.Globalization.CultureInfo.InvariantCulture).TrimEnd('0').Length >= FewestSignificantDigits;

    private static string? Wrong(string call, RateTable rates, DateOnly day)
    {
        if (!RateText.Names(call).Any())
            return $"'{call}' cần dạng {{ten-so-lieu}}, {{ten-so-lieu*20}} hoặc {{ten-so-lieu*30%}}";

        try
        {
            rates.Fill(call, day);
            return null;
        }
        catch (RateMissingException missing)
        {
            return missing.Message;
        }
    }

    [GeneratedRegex(@"\{[^}\n]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")]
    private static partial Regex Amounts();
}
