using static ChatBot.Knowledge.Search.Evidence;

namespace ChatBot.Knowledge.Search;

/// <summary>What speaks for each article of ours.</summary>
internal sealed class ArticleEvidence(Evidence evidence, StatuteEvidence statutes)
{
    private readonly KnowledgeIndex index = evidence.Index;
    private readonly Wanted wanted = evidence.Wanted;

    /// <summary>Rows in the order of <see cref="ArticleNames"/>.</summary>
    public float[][] Rows()
    {
        var count = index.Content.Articles.Count;
        var rows = Enumerable.Range(0, count).Select(_ => new float[ArticleNames.Length]).ToArray();
        Wordings(rows);
        Wholes(rows);
        for (var i = 0; i < count; i++)
        {
            rows[i][11] = index.Cited.Best(i, statutes.HeadingAlike);
            rows[i][12] = index.Cited.Best(i, statutes.Text);
            rows[i][13] = statutes.NamedBy(index.Content.Articles[i].Citations);
        }

        AmongBest(rows, 0, 14);
        AmongBest(rows, 4, 15);
        AmongBest(rows, 6, 16);
        AmongBest(rows, 5, 17);
        return rows;
    }

    public static void AmongBest(float[][] rows, int from, int to)
    {
        var best = rows.Select(it => it[from]).DefaultIfEmpty(0).Max();
        foreach (var row in rows)
            row[to] = Share(row[from], best);
    }

    private void Wordings(float[][] rows)
    {
        var common = evidence.Presence(index.UnitShelf, KnowledgeIndex.Folded);
        var accented = index.UnitShelf.Presence(KnowledgeIndex.Accented, wanted.Accented);
        var accentedMass = wanted.Accented.Sum(it => it.Value * Math.Min(index.UnitShelf.Rarity(KnowledgeIndex.Accented, it.Key), 6));
        var first = -1;
        var three = new float[3];
        for (var i = 0; i < index.Units.Count; i++)
        {
            var article = index.Units[i].Article;
            var row = rows[article];
            var alike = Alike(common[i], evidence.Mass, index.UnitMass[i]);
            if (article != first)
            {
                Array.Clear(three);
                row[9] = alike;
                first = article;
            }

            Keep(three, alike);
            row[0] = three[0];
            row[1] = three.Sum() / 3;
            row[2] = Math.Max(row[2], Share(common[i], evidence.Mass));
            row[3] = Math.Max(row[3], Share(accented[i], accentedMass));
        }
    }

    private void Wholes(float[][] rows)
    {
        var shelf = index.ArticleShelf;
        var all = Plus(shelf.Frequency(KnowledgeIndex.Folded, wanted.Folded), shelf.Frequency(KnowledgeIndex.Concept, wanted.Concepts));
        var accented = shelf.Frequency(KnowledgeIndex.Accented, wanted.Accented);
        var body = shelf.Frequency(KnowledgeIndex.Body, wanted.Folded);
        var covered = evidence.Presence(shelf, KnowledgeIndex.Folded);
        var coveredByBody = evidence.Presence(shelf, KnowledgeIndex.Body);
        var concepts = shelf.Presence(KnowledgeIndex.Concept, wanted.Concepts);
        var conceptMass = wanted.Concepts.Sum(it => it.Value * shelf.Rarity(KnowledgeIndex.Concept, it.Key));
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i][4] = Share(all[i], evidence.Mass);
            rows[i][5] = Share(accented[i], evidence.Mass);
            rows[i][6] = Share(body[i], evidence.Mass);
            rows[i][7] = Share(covered[i], evidence.Mass);
            rows[i][8] = Share(coveredByBody[i], evidence.Mass);
            rows[i][10] = Share(concepts[i], conceptMass);
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
