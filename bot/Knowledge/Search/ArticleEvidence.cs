using static ChatBot.Knowledge.Search.Evidence;

namespace ChatBot.Knowledge.Search;

/// <summary>What speaks for each article of ours.</summary>
internal sealed class ArticleEvidence(Evidence evidence, StatuteEvidence statutes)
{
    private static readonly int Signs = Enum.GetValues<ArticleSign>().Length;

    private readonly KnowledgeIndex index = evidence.Index;
    private readonly Wanted wanted = evidence.Wanted;

    /// <summary>For each article the place of the unit that fits best; -1 for none.</summary>
    public int[] NearestUnit { get; } = [.. Enumerable.Repeat(-1, evidence.Index.Content.Articles.Count)];

    /// <param name="statuteShares">For each provision how likely it is what the question is about.</param>
    public float[][] Rows(float[] statuteShares)
    {
        var rows = new float[NearestUnit.Length][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new float[Signs];
        AddWordings(rows);
        AddWholes(rows);
        AddCited(rows, statuteShares);
        AmongBest(rows, (int)ArticleSign.AllWordings, (int)ArticleSign.AllWordingsAmongBest);
        AmongBest(rows, (int)ArticleSign.Body, (int)ArticleSign.BodyAmongBest);
        AmongBest(rows, (int)ArticleSign.AccentsAmongBest, (int)ArticleSign.AccentsAmongBest);
        return rows;
    }

    private void AddWordings(float[][] rows)
    {
        var common = index.UnitShelf.Find(KnowledgeIndex.Folded, evidence.Folded).And(index.UnitShelf.Find(KnowledgeIndex.Concept, evidence.Concepts)).Presence;
        var three = new float[3];
        for (var i = 0; i < index.Units.Count; i++)
        {
            var article = index.Units[i].Article;
            var row = rows[article];
            var alike = Alike(common[i], evidence.Mass, index.UnitMass[i]);
            if (i == 0 || index.Units[i - 1].Article != article)
            {
                // The title is an article's first unit.
                Array.Clear(three);
                row[(int)ArticleSign.TitleAlike] = alike;
            }

            if (alike > three[0])
                NearestUnit[article] = i;
            Keep(three, alike);
            row[(int)ArticleSign.WordingAlike] = three[0];
            row[(int)ArticleSign.ThreeWordingsAlike] = (three[0] + three[1] + three[2]) / 3;
        }
    }

    private void AddWholes(float[][] rows)
    {
        var shelf = index.ArticleShelf;
        var concepts = shelf.Find(KnowledgeIndex.Concept, evidence.Concepts);
        var all = shelf.Find(KnowledgeIndex.Folded, evidence.Folded).And(concepts);
        var accented = shelf.Find(KnowledgeIndex.Accented, shelf.Weighed(KnowledgeIndex.Accented, wanted.Accented)).Frequency;
        var body = shelf.Find(KnowledgeIndex.Body, shelf.Weighed(KnowledgeIndex.Body, wanted.Folded));
        var conceptMass = evidence.Concepts.Values.Sum();
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            row[(int)ArticleSign.AllWordings] = Share(all.Frequency[i], evidence.Mass);
            row[(int)ArticleSign.CoveredByWordings] = Share(all.Presence[i], evidence.Mass);
            row[(int)ArticleSign.AccentsAmongBest] = accented[i];
            row[(int)ArticleSign.Body] = Share(body.Frequency[i], evidence.Mass);
            row[(int)ArticleSign.CoveredByBody] = Share(body.Presence[i] + concepts.Presence[i], evidence.Mass);
            row[(int)ArticleSign.Concepts] = Share(concepts.Presence[i], conceptMass);
        }
    }

    private void AddCited(float[][] rows, float[] statuteShares)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            row[(int)ArticleSign.CitedHeading] = index.Cited.Best(i, statutes.HeadingAlike);
            row[(int)ArticleSign.CitedText] = index.Cited.Best(i, statutes.Text);
            row[(int)ArticleSign.StatuteShare] = index.Cited.Best(i, statuteShares);
            row[(int)ArticleSign.NamedPlace] = statutes.NamedBy(index.Content.Articles[i].Citations);
            row[(int)ArticleSign.FineAskedAndCited] = evidence.AsksFine && index.Cited.CitesFine(i) ? 1 : 0;
        }
    }

    // The three greatest, greatest first.
    private static void Keep(float[] three, float value)
    {
        for (var i = 0; i < three.Length; i++)
        {
            if (value > three[i])
                (three[i], value) = (value, three[i]);
        }
    }
}
