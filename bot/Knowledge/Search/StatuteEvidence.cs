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
    private readonly IReadOnlyList<int> defining;
    private readonly Shelf.Found body;
    private readonly float[] concepts;

    public StatuteEvidence(Evidence evidence)
    {
        this.evidence = evidence;
        (index, wanted) = (evidence.Index, evidence.Wanted);
        named = ProvisionReference.Find(wanted.Text, index.Content.Catalogue);
        defining = index.Definitions.Provisions(evidence.TermAsked);
        var shelf = index.StatuteShelf;
        body = shelf.Find(KnowledgeIndex.Body, shelf.Weighed(KnowledgeIndex.Body, wanted.Folded));
        concepts = shelf.Find(KnowledgeIndex.Concept, shelf.Weighed(KnowledgeIndex.Concept, wanted.Concepts)).Presence;
        Text = Array.ConvertAll(body.Frequency, it => Share(it, evidence.Mass));
        HeadingAlike = HeadingsAlike();
        Quick = new float[shelf.Count];
        for (var i = 0; i < Quick.Length; i++)
            Quick[i] = Text[i] + HeadingAlike[i] + (0.5f * Share(concepts[i], evidence.Mass));
    }

    public float[] HeadingAlike { get; }

    public float[] Text { get; }

    /// <summary>For each provision what a first look gives it; 0 without a chance.</summary>
    public float[] Quick { get; }

    /// <summary>The provisions that the question names, and those that define what it asks.</summary>
    public IEnumerable<int> NamedPlaces => named.SelectMany(it => index.Cited.At(it.Law, it.Article)).Concat(defining);

    /// <summary>The articles of ours that rest on what the question names.</summary>
    public IEnumerable<int> NamingArticles => named.SelectMany(it => index.Cited.Citing(it.Law, it.Article));

    /// <summary>1 when the question names the first of these places, less for a later one.</summary>
    public float NamedBy(IReadOnlyList<Citation> citations) => named.Count == 0
        ? 0
        : citations.Index().Where(it => it.Item.Article is not null).Select(it => Named(it.Item.Law, it.Item.Article!) / (1 + it.Index)).DefaultIfEmpty(0).Max();

    public Candidates Look(IEnumerable<int> places)
    {
        var found = new Candidates(places, Signs);
        var shelf = index.StatuteShelf;
        var accented = shelf.Find(KnowledgeIndex.HeadingAccented, shelf.Weighed(KnowledgeIndex.HeadingAccented, wanted.Accented)).Frequency;
        var rare = shelf.Find(KnowledgeIndex.Body, evidence.Rare).Presence;
        foreach (var i in found.Places)
        {
            FillWords(found[i], i);
            FillKind(found[i], i);
            found[i][(int)ProvisionSign.HeadingAccents] = Share(accented[i], evidence.Mass);
            found[i][(int)ProvisionSign.RareCovered] = Share(rare[i], evidence.Rare.Values.Sum());
        }

        found.AmongBest((int)ProvisionSign.Text, (int)ProvisionSign.TextAmongBest);
        return found;
    }

    /// <param name="articleShares">For each article of ours with a chance how likely it is the answer.</param>
    public void AddArticleShares(Candidates found, Dictionary<int, float> articleShares)
    {
        foreach (var (article, share) in articleShares)
        {
            foreach (var (rank, provision) in index.Cited.Of(article).Index().Where(it => found.Has(it.Item)))
                found[provision][(int)ProvisionSign.ArticleShare] += share / (1 + rank);
        }
    }

    private void FillWords(float[] row, int i)
    {
        row[(int)ProvisionSign.HeadingAlike] = HeadingAlike[i];
        row[(int)ProvisionSign.Text] = Text[i];
        row[(int)ProvisionSign.CoveredByText] = Share(body.Presence[i] + concepts[i], evidence.Mass);
        row[(int)ProvisionSign.Concepts] = Share(concepts[i], evidence.Mass);
        row[(int)ProvisionSign.AspectOfHeading] = Aspects.Share(index.HeadingAspects[i], wanted.Aspects);
    }

    private void FillKind(float[] row, int i)
    {
        var provision = index.Content.Provisions[i];
        var kind = index.Cited.KindOf(provision.Law);
        row[(int)ProvisionSign.NamedPlace] = named.Count == 0 ? 0 : Named(provision.Law, provision.Article);
        row[(int)ProvisionSign.IsLaw] = kind == LawKind.Law || kind == LawKind.First ? 1 : 0;
        row[(int)ProvisionSign.IsFirstLaw] = kind == LawKind.First ? 1 : 0;
        row[(int)ProvisionSign.FineAskedAndSet] = evidence.AsksFine && kind == LawKind.Fines ? 1 : 0;
        row[(int)ProvisionSign.FineSetNotAsked] = !evidence.AsksFine && kind == LawKind.Fines ? 1 : 0;
        row[(int)ProvisionSign.DefinesWhatIsAsked] = defining.Contains(i) ? 1 : 0;
        row[(int)ProvisionSign.IsProvision] = 1;
    }

    private float[] HeadingsAlike()
    {
        var shelf = index.StatuteShelf;
        var asked = shelf.Weighed(KnowledgeIndex.Heading, wanted.Folded);
        var mass = asked.Where(it => !it.Key.Contains('_')).Sum(it => it.Value);
        var common = shelf.Find(KnowledgeIndex.Heading, asked).Presence;
        for (var i = 0; i < common.Length; i++)
            common[i] = Math.Min(1, Alike(common[i], mass, index.HeadingMass[i]));
        return common;
    }

    // A place without its law may be of any, and is mostly of the first.
    private float Named(string law, string article)
    {
        var best = 0f;
        foreach (var it in named)
        {
            if (it.Article == article)
                best = Math.Max(best, it.Law is null ? (index.Cited.KindOf(law) == LawKind.First ? 0.8f : 0.4f) : it.Law == law ? 1 : 0);
        }

        return best;
    }
}
