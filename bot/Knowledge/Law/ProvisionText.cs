using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Law;

/// <summary>Takes an article's paragraphs apart into clauses (1. 2. 8a.) and points (a) b) đ)).</summary>
internal static partial class ProvisionText
{
    public static (string Lead, IReadOnlyList<Clause> Clauses) Split(IEnumerable<string> paragraphs)
    {
        var lead = new List<string>();
        var clauses = new List<(string Number, List<string> Text, List<(string Letter, List<string> Text)> Points)>();
        foreach (var paragraph in paragraphs.Where(it => it.Length > 0))
        {
            if (ClauseStart().Match(paragraph) is { Success: true } clause)
                clauses.Add((clause.Groups["number"].Value, [clause.Groups["text"].Value], []));
            else if (clauses.Count == 0)
                lead.Add(paragraph);
            else if (PointStart().Match(paragraph) is { Success: true } point)
                clauses[^1].Points.Add((point.Groups["letter"].Value, [point.Groups["text"].Value]));
            else
                (clauses[^1].Points.Count > 0 ? clauses[^1].Points[^1].Text : clauses[^1].Text).Add(paragraph);
        }

        return (Lines(lead), [.. clauses.Select(it => new Clause(it.Number, Lines(it.Text), [.. it.Points.Select(p => new Point(p.Letter, Lines(p.Text)))]))]);
    }

    private static string Lines(IEnumerable<string> paragraphs) => string.Join('\n', paragraphs);

    [GeneratedRegex(@"^(?<number>\d{1,3}[a-zđ]?)\.\s+(?<text>.*)$")]
    private static partial Regex ClauseStart();

    [GeneratedRegex(@"^(?<letter>[a-zđ]\d?)\)\s+(?<text>.*)$")]
    private static partial Regex PointStart();
}
