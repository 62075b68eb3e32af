using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using static ChatBot.Knowledge.Search.Evidence;

namespace ChatBot.Knowledge.Search;

/// <summary>What speaks for each imported provision.</summary>
internal sealed class StatuteEvidence
{
    private readonly Evidence evidence;
    private readonly KnowledgeIndex index;
    private readonly Wanted wanted;
    private readonly IReadOnlyList<ProvisionReference> named;
    private readonly float[] headingCovers;

    public StatuteEvidence(Evidence evidence)
    {
        this.evidence = evidence;
        (index, wanted) = (evidence.Index, evidence.Wanted);
        named = ProvisionReference.Find(wanted.Text, index.Content.Catalogue);
        var shelf = index.StatuteShelf;
        var mass = wanted.Folded.Where(it => !it.Key.Contains('_')).Sum(it => it.Value * shelf.Rarity(KnowledgeIndex.Heading, it.Key));
        headingCovers = [.. shelf.Presence(KnowledgeIndex.Heading, wanted.Folded).Select(it => Share(it, mass))];
        HeadingAlike = [.. headingCovers.Index().Select(it => Alike(it.Item * mass, mass, index.HeadingMass[it.Index]))];
        Text = [.. shelf.Frequency(KnowledgeIndex.Body, wanted.Folded).Select(it => Share(it, evidence.Mass))];
    }

    public float[] HeadingAlike { get; }

    public float[] Text { get; }

    /// <summary>1 when the question names the first of these places, less for a later one.</summary>
    public float NamedBy(IReadOnlyList<Citation> citations) => citations.Index()
        .Where(it => it.Item.Article is not null).Select(it => Named(it.Item.Law, it.Item.Article!) / (1 + it.Index)).DefaultIfEmpty(0).Max();

    /// <summary>Rows in the order of <see cref="ProvisionNames"/>.</summary>
    public float[][] Rows()
    {
        var shelf = index.StatuteShelf;
        var accented = shelf.Frequency(KnowledgeIndex.HeadingAccented, wanted.Accented);
        var covered = evidence.Presence(shelf, KnowledgeIndex.Body);
        var concepts = shelf.Presence(KnowledgeIndex.Concept, wanted.Concepts);
        var asksFine = wanted.Folded.ContainsKey("phat");
        var rows = index.Content.Provisions.Index().Select(it => Row(it.Index, it.Item)).ToArray();
        ArticleEvidence.AmongBest(rows, 0, 9);
        ArticleEvidence.AmongBest(rows, 3, 10);
        ArticleEvidence.AmongBest(rows, 2, 12);
        return rows;

        float[] Row(int i, Provision it) =>
        [
            HeadingAlike[i], headingCovers[i], Share(accented[i], evidence.Mass), Text[i], Share(covered[i], evidence.Mass),
            Share(concepts[i], evidence.Mass), Named(it.Law, it.Article), it.LawName.Contains("uật", StringComparison.Ordinal) ? 1 : 0,
            asksFine && it.Heading.Contains("Vi phạm", StringComparison.Ordinal) ? 1 : 0, 0, 0, it.LawName == "Bộ luật Lao động" ? 1 : 0, 0,
        ];
    }

    // A place without its law may be of any.
    private float Named(string law, string article) => named
        .Where(it => it.Article == article).Select(it => it.Law is null ? 0.5f : it.Law == law ? 1 : 0).DefaultIfEmpty(0).Max();
}
