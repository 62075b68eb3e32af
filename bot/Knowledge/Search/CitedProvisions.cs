namespace ChatBot.Knowledge.Search;

/// <summary>What a document is for, as far as ranking cares.</summary>
internal enum LawKind
{
    /// <summary>A decree or circular.</summary>
    Other,

    /// <summary>A law; the rule itself stands there more often than in a decree.</summary>
    Law,

    /// <summary>The first of the catalogue, which most questions are about.</summary>
    First,

    /// <summary>What breaches cost.</summary>
    Fines,
}

/// <summary>Which imported provisions each article of ours cites, by their places in the content.</summary>
internal sealed class CitedProvisions
{
    private readonly Dictionary<string, LawKind> kinds;
    private readonly int[][] ofArticle;
    private readonly ILookup<int, int> byProvision;
    private readonly ILookup<string, (string Law, int Place)> at, citing;
    private readonly bool[] citesFine;

    public CitedProvisions(KnowledgeContent content)
    {
        kinds = content.Catalogue.Documents.Index().GroupBy(it => it.Item.Number)
            .ToDictionary(it => it.Key, it => Kind(it.First().Item, it.First().Index));
        var places = content.Provisions.Index().GroupBy(it => (it.Item.Law, it.Item.Article)).ToDictionary(it => it.Key, it => it.First().Index);
        ofArticle = [.. content.Articles.Select(article => article.Citations
            .Where(it => it.Article is not null && places.ContainsKey((it.Law, it.Article)))
            .Select(it => places[(it.Law, it.Article!)]).Distinct().ToArray())];
        byProvision = ofArticle.Index().SelectMany(it => it.Item.Select(provision => (provision, it.Index))).ToLookup(it => it.provision, it => it.Index);
        at = content.Provisions.Index().ToLookup(it => it.Item.Article, it => (it.Item.Law, it.Index));
        citing = content.Articles.Index().SelectMany(it => it.Item.Citations.Where(citation => citation.Article is not null).Select(citation => (citation.Article, citation.Law, it.Index)))
            .ToLookup(it => it.Article!, it => (it.Law, it.Index));
        citesFine = [.. content.Articles.Select(article => article.Citations.Take(1).Any(it => KindOf(it.Law) == LawKind.Fines))];
    }

    public IReadOnlyList<int> Of(int article) => ofArticle[article];

    /// <summary>The articles of ours that cite a provision.</summary>
    public IEnumerable<int> By(int provision) => byProvision[provision];

    /// <summary>The provisions of that number; of any law when none is named.</summary>
    public IEnumerable<int> At(string? law, string article) => Those(at[article], law);

    /// <summary>The articles of ours that cite a provision of that number, imported or not.</summary>
    public IEnumerable<int> Citing(string? law, string article) => Those(citing[article], law);

    /// <summary>True when an article rests first of all on what breaches cost.</summary>
    public bool CitesFine(int article) => citesFine[article];

    public LawKind KindOf(string law) => kinds.GetValueOrDefault(law);

    /// <summary>The greatest of the cited provisions' values; 0 when none is imported.</summary>
    public float Best(int article, float[] values)
    {
        var best = 0f;
        foreach (var place in ofArticle[article])
            best = Math.Max(best, values[place]);
        return best;
    }

    private static IEnumerable<int> Those(IEnumerable<(string Law, int Place)> places, string? law) => places.Where(it => law is null || it.Law == law).Select(it => it.Place);

    private static LawKind Kind(Law.LawDocument document, int place) =>
        document.Title.Contains("xử phạt", StringComparison.Ordinal) ? LawKind.Fines
        : place == 0 ? LawKind.First
        : document.Name.Contains("uật", StringComparison.Ordinal) ? LawKind.Law
        : LawKind.Other;
}
