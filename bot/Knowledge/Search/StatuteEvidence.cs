using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using static ChatBot.Knowledge.Search.Evidence;

namespace ChatBot.Knowledge.Search;

/// <summary>What speaks for each imported provision.</summary>
internal sealed class StatuteEvidence
{
    private static readonly int Signs = Enum.GetValues<ProvisionSign>().Length;

    private readonly Evidence evidence;
    private readonly KnowledgeIndex index;
    private readonly Wanted wanted;
    private readonly IReadOnlyList<ProvisionReference> named;
    private readonly Shelf.Found body;

    public StatuteEvidence(Evidence evidence)
    {
        this.evidence = evidence;
        (index, wanted) = (evidence.Index, evidence.Wanted);
        named = ProvisionReference.Find(wanted.Text, index.Content.Catalogue);
        body = index.StatuteShelf.Find(KnowledgeIndex.Body, index.StatuteShelf.Weighed(KnowledgeIndex.Body, wanted.Folded));
        Text = Array.ConvertAll(body.Frequency, it => Share(it, evidence.Mass));
        HeadingAlike = HeadingsAlike();
    }

    public float[] HeadingAlike { get; }

    public float[] Text { get; }

    /// <summary>1 when the question names the first of these places, less for a later one.</summary>
    public float NamedBy(IReadOnlyList<Citation> citations) => named.Count == 0
        ? 0
        : citations.Index().Where(it => it.Item.Article is not null).Select(it => Named(it.Item.Law, it.Item.Article!) / (1 + it.Index)).DefaultIfEmpty(0).Max();

    public float[][] Rows()
    {
        var shelf = index.StatuteShelf;
        var accented = shelf.Find(KnowledgeIndex.HeadingAccented, shelf.Weighed(KnowledgeIndex.HeadingAccented, wanted.Accented)).Frequency;
        var concepts = shelf.Find(KnowledgeIndex.Concept, shelf.Weighed(KnowledgeIndex.Concept, wanted.Concepts)).Presence;
        var defining = index.Definitions.Of(wanted.Text);
        var rows = new float[HeadingAlike.Length][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Row(i, Share(accented[i], evidence.Mass), concepts[i], defining.Contains(i));
        AmongBest(rows, (int)ProvisionSign.Text, (int)ProvisionSign.TextAmongBest);
        return rows;
    }

    /// <param name="articleShares">For each article of ours how likely it is the answer.</param>
    public void AddArticleShares(float[][] rows, float[] articleShares)
    {
        for (var article = 0; article < articleShares.Length; article++)
        {
            foreach (var (rank, provision) in index.Cited.Of(article).Index())
                rows[provision][(int)ProvisionSign.ArticleShare] += articleShares[article] / (1 + rank);
        }
    }

    private float[] Row(int i, float accents, float concepts, bool defines)
    {
        var provision = index.Content.Provisions[i];
        var kind = index.Cited.KindOf(provision.Law);
        var row = new float[Signs];
        row[(int)ProvisionSign.HeadingAlike] = HeadingAlike[i];
        row[(int)ProvisionSign.HeadingAccents] = accents;
        row[(int)ProvisionSign.Text] = Text[i];
        row[(int)ProvisionSign.CoveredByText] = Share(body.Presence[i] + concepts, evidence.Mass);
        row[(int)ProvisionSign.Concepts] = Share(concepts, evidence.Mass);
        row[(int)ProvisionSign.NamedPlace] = named.Count == 0 ? 0 : Named(provision.Law, provision.Article);
        row[(int)ProvisionSign.IsLaw] = kind == LawKind.Law || kind == LawKind.First ? 1 : 0;
        row[(int)ProvisionSign.IsFirstLaw] = kind == LawKind.First ? 1 : 0;
        row[(int)ProvisionSign.FineAskedAndSet] = evidence.AsksFine == (kind == LawKind.Fines) ? 1 : 0;
        row[(int)ProvisionSign.DefinesWhatIsAsked] = defines ? 1 : 0;
        return row;
    }

    private float[] HeadingsAlike()
    {
        var shelf = index.StatuteShelf;
        var asked = shelf.Weighed(KnowledgeIndex.Heading, wanted.Folded);
        var mass = asked.Where(it => !it.Key.Contains('_')).Sum(it => it.Value);
        var common = shelf.Find(KnowledgeIndex.Heading, asked).Presence;
        for (var i = 0; i < common.Length; i++)
            common[i] = Alike(common[i], mass, index.HeadingMass[i]);
        return common;
    }

    // A place without its law may be of any.
    private float Named(string law, string article)
    {
        var best = 0f;
        foreach (var it in named)
        {
            if (it.Article == article)
                best = Math.Max(best, it.Law is null ? 0.5f : it.Law == law ? 1 : 0);
        }

        return best;
    }
}
