namespace ChatBot.Knowledge.Law;

/// <summary>All legal documents an article may cite; always there, with or without the statute texts.</summary>
public sealed class LawCatalogue(IReadOnlyList<LawDocument> documents)
{
    private readonly Dictionary<string, LawDocument> byNumber =
        documents.DistinctBy(it => it.Number).ToDictionary(it => it.Number, StringComparer.OrdinalIgnoreCase);

    public static LawCatalogue Empty { get; } = new([]);

    public IReadOnlyList<LawDocument> Documents { get; } = documents;

    public LawDocument? Find(string number) => byNumber.GetValueOrDefault(number);
}
