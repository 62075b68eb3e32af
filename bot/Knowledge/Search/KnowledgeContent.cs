using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Rates;

namespace ChatBot.Knowledge.Search;

/// <summary>Everything we know, as values.</summary>
public sealed record KnowledgeContent
{
    public IReadOnlyList<Article> Articles { get; init; } = [];

    public LawCatalogue Catalogue { get; init; } = LawCatalogue.Empty;

    public RateTable Rates { get; init; } = RateTable.Empty;

    public Lexicon Lexicon { get; init; } = Lexicon.Empty;

    public Thresholds Thresholds { get; init; } = new();

    /// <summary>Statute texts that were imported; none are shipped.</summary>
    public IReadOnlyList<Provision> Provisions { get; init; } = [];

    /// <summary>The same texts whole, each with its notes and appendices.</summary>
    public IReadOnlyList<Statute> Statutes { get; init; } = [];
}
