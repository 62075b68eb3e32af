using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Law;

/// <summary>Takes an article's paragraphs apart into clauses (1. 2. 8a.) and points (a) b) đ)).</summary>
internal static partial class ProvisionText
{
    /// <summary>The provision with its wording filled in.</summary>
    public static Provision Into(Provision provision, IEnumerable<string> paragraphs)
    {
        var whole = new Part("", []);
        var clauses = new List<Part>();
        var quotes = new Quotes(paragraphs);
        foreach (var paragraph in quotes.Outside())
        {
            var current = clauses.Count > 0 ? clauses[^1] : whole;
            if (!paragraph.IsQuoted && ClauseStart().Match(paragraph.Text) is { Success: true } clause)
                clauses.Add(new Part(clause.Groups["number"].Value, [clause.Groups["text"].Value]));
            else if (!paragraph.IsQuoted && PointStart().Match(paragraph.Text) is { Success: true } point)
                current.Points.Add(new Part(point.Groups["letter"].Value, [point.Groups["text"].Value]));
            else
                (current.Points.Count > 0 ? current.Points[^1] : current).Text.Add(paragraph.Text);
        }

        return provision with { Lead = whole.Words, Points = Points(whole), Clauses = [.. clauses.Select(it => new Clause(it.Key, it.Words, Points(it)))] };
    }

    private static IReadOnlyList<Point> Points(Part part) => [.. part.Points.Select(it => new Point(it.Key, it.Words))];

    private sealed record Part(string Key, List<string> Text)
    {
        public List<Part> Points { get; } = [];

        public string Words => string.Join('\n', Text);
    }

    [GeneratedRegex(@"^(?<number>\d{1,3}[a-zđ]?)\.\s+(?<text>.*)$")]
    private static partial Regex ClauseStart();

    [GeneratedRegex(@"^(?<letter>[a-zđ]\d?)\)\s+(?<text>.*)$")]
    private static partial Regex PointStart();
}

/// <summary>Knows which paragraphs stand inside “…”: an article that changes another law quotes that law's clauses.</summary>
internal sealed class Quotes
{
    private readonly List<string> paragraphs;
    private readonly bool areKept;

    public Quotes(IEnumerable<string> paragraphs)
    {
        this.paragraphs = [.. paragraphs.Where(it => it.Length > 0)];

        // Where one of them is missing, nothing can be known from the others.
        areKept = this.paragraphs.Sum(Depth) == 0;
    }

    public IEnumerable<(string Text, bool IsQuoted)> Outside()
    {
        var depth = 0;
        foreach (var paragraph in paragraphs)
        {
            yield return (paragraph, areKept && depth > 0);
            depth = Math.Max(0, depth + Depth(paragraph));
        }
    }

    public static int Depth(string text) => text.Count(it => it == '“') - text.Count(it => it == '”');
}
