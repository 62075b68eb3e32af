using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Law;

/// <summary>Writes the number of a list's item the way statutes do: <c>1. </c> for a clause, <c>a) </c> for a point.</summary>
internal static partial class ListNumber
{
    private static readonly (int Value, string Letters)[] Romans =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <param name="kind">As HTML names it: 1, a, A, i, I.</param>
    public static string Of(int number, string kind) => kind is "1" ? $"{Digits(number)}. " : $"{Bare(number, kind)}) ";

    /// <summary>Only the number, without what stands behind it.</summary>
    public static string Bare(int number, string kind) => kind switch
    {
        "a" => Letter(number),
        "A" => Letter(number).ToUpperInvariant(),
        "i" => Roman(number),
        "I" => Roman(number).ToUpperInvariant(),
        _ => Digits(number),
    };

    /// <summary>True when the text already begins with a number of its own.</summary>
    public static bool IsWritten(string text) => Written().IsMatch(text);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Letter(int number) => number is < 1 or > 26 ? Digits(number) : ((char)('a' + number - 1)).ToString();

    private static string Roman(int number)
    {
        var written = new StringBuilder();
        foreach (var (value, letters) in Romans)
        {
            for (; number >= value; number -= value)
                written.Append(letters);
        }

        return written.ToString();
    }

    [GeneratedRegex(@"^(?:\d{1,3}[a-zđ]?[.)]|[a-zđ]\d?\)|Điều\s+\d|Chương\s|Mục\s)")]
    private static partial Regex Written();
}
