using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Law;

/// <summary>All legal documents an article may cite; always there, with or without the statute texts.</summary>
public sealed class LawCatalogue(IReadOnlyList<LawDocument> documents)
{
    private readonly Dictionary<string, LawDocument> byNumber =
        documents.DistinctBy(it => it.Number).ToDictionary(it => it.Number, StringComparer.OrdinalIgnoreCase);

    public static LawCatalogue Empty { get; } = new([]);

    public IReadOnlyList<LawDocument> Documents { get; } = documents;

    /// <summary>Everything a document is called, lower case without accents.</summary>
    internal IReadOnlyList<(string Name, string Number)> FoldedNames { get; } = [.. documents.SelectMany(it => Names(it).Distinct().Select(name => (name, it.Number)))];

    public LawDocument? Find(string number) => byNumber.GetValueOrDefault(number);

    // "nghị định 145" and "nđ 145/2020" name a decree as well as its whole number does.
    private static IEnumerable<string> Names(LawDocument document)
    {
        var number = Text.Fold(document.Number);
        foreach (var alias in document.Aliases.Append(number))
            yield return Text.Fold(alias);

        var parts = number.Split('/');
        foreach (var word in Text.Fold(document.Name) switch { "nghi dinh" => ["nghi dinh", "nd"], "thong tu" => ["thong tu", "tt"], _ => Array.Empty<string>() })
        {
            yield return $"{word} {parts[0]}";
            yield return $"{word} {parts[0]}/{parts[^(parts.Length > 2 ? 2 : 1)]}";
        }
    }
}
