namespace ChatBot.Knowledge.Search;

/// <summary>Which imported provisions each article of ours cites, by their places in the content.</summary>
internal sealed class CitedProvisions
{
    private readonly int[][] ofArticle;

    public CitedProvisions(KnowledgeContent content)
    {
        var places = content.Provisions.Index().GroupBy(it => (it.Item.Law, it.Item.Article)).ToDictionary(it => it.Key, it => it.First().Index);
        ofArticle = [.. content.Articles.Select(article => article.Citations
            .Where(it => it.Article is not null && places.ContainsKey((it.Law, it.Article)))
            .Select(it => places[(it.Law, it.Article!)]).Distinct().ToArray())];
    }

    public IReadOnlyList<int> Of(int article) => ofArticle[article];

    /// <summary>The greatest of the cited provisions' values; 0 when none is imported.</summary>
    public float Best(int article, float[] values) => ofArticle[article].Select(it => values[it]).DefaultIfEmpty(0).Max();
}
