namespace ChatBot.Knowledge.Law;

/// <summary>The part of a provision somebody named, with the sentences that lead to it.</summary>
/// <param name="LeadIn">What must be read before it, <c>1. Người lao động có quyền…:</c>; empty when it stands for itself.</param>
/// <param name="Text">The clause or the point; the whole wording when neither was named.</param>
public sealed record ProvisionExcerpt(string LeadIn, string Text)
{
    /// <summary>Null when there is no such clause or point.</summary>
    public static ProvisionExcerpt? Of(Provision provision, string? clause, string? point)
    {
        if (clause is null && point is null)
            return new ProvisionExcerpt("", provision.Text);
        if (clause is null)
            return OfPoint(provision, point!);
        if (provision.Clauses.FirstOrDefault(it => it.Number == clause) is not { } whole)
            return null;
        if (point is null)
            return new ProvisionExcerpt(Leading(provision.Lead), whole.ToString());
        return Find(whole.Points, point) is { } found ? new ProvisionExcerpt(Lines(Leading(provision.Lead), $"{whole.Number}. {whole.Text}"), found.ToString()) : null;
    }

    // A point without its clause: one that stands in no clause, or the only one of that letter.
    private static ProvisionExcerpt? OfPoint(Provision provision, string point)
    {
        if (Find(provision.Points, point) is { } free)
            return new ProvisionExcerpt(provision.Lead, free.ToString());
        var clauses = provision.Clauses.Where(it => Find(it.Points, point) is not null).ToList();
        return clauses.Count == 1 ? Of(provision, clauses[0].Number, point) : null;
    }

    // Who types without accents writes d for đ as well.
    private static Point? Find(IReadOnlyList<Point> points, string letter) =>
        points.FirstOrDefault(it => it.Letter == letter) ?? points.FirstOrDefault(it => letter == "d" && it.Letter == "đ");

    private static string Leading(string lead) => lead.EndsWith(':') ? lead : "";

    private static string Lines(params string[] lines) => string.Join('\n', lines.Where(it => it.Length > 0));
}
