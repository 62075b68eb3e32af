namespace ChatBot.Knowledge.Law;

/// <summary>A place in a law that somebody named: <c>khoản 2 điều 39 blld</c>.</summary>
/// <param name="Law">The document's number; null when no document was named.</param>
public sealed record ProvisionReference(string? Law, string Article, string? Clause, string? Point)
{
    /// <summary>Every reference in <paramref name="text"/>, with or without accents, in the order they stand.</summary>
    public static IReadOnlyList<ProvisionReference> Find(string text, LawCatalogue catalogue) => throw new NotSupportedException();
}
