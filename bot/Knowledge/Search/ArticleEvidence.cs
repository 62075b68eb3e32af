using static ChatBot.Knowledge.Search.Evidence;

namespace ChatBot.Knowledge.Search;

/// <summary>What speaks for each article of ours.</summary>
internal sealed class ArticleEvidence
{
    private static readonly int Signs = Enum.GetValues<ArticleSign>().Length;

    private readonly Evidence evidence;
    private readonly KnowledgeIndex index;
    private readonly Wanted wanted;
    private readonly float[] best, second, third, title, focus, sameAspect;
    private readonly ulong[] titleAspects;
    private readonly Shelf.Found all, concepts, body;

    public ArticleEvidence(Evidence evidence)
    {
        this.evidence = evidence;
        (index, wanted) = (evidence.Index, evidence.Wanted);
        var count = index.Content.Articles.Count;
        (best, second, third, title, focus) = (new float[count], new float[count], new float[count], new float[count], new float[count]);
        (sameAspect, titleAspects) = (new float[count], new ulong[count]);
        NearestUnit = [.. Enumerable.Repeat(-1, count)];
        ReadWordings();
        ReadFocus();
        var shelf = index.ArticleShelf;
        concepts = shelf.Find(KnowledgeIndex.Concept, evidence.Concepts);
        all = shelf.Find(KnowledgeIndex.Folded, evidence.Folded).And(concepts);
        body = shelf.Find(KnowledgeIndex.Body, shelf.Weighed(KnowledgeIndex.Body, wanted.Folded));
        Defining = index.Definitions.Articles(evidence.TermAsked);
        Quick = new float[count];
        for (var i = 0; i < count; i++)
            Quick[i] = best[i] + (0.5f * focus[i]) + Share(all.Frequency[i] + (0.5f * body.Frequency[i]), evidence.Mass);
    }

    /// <summary>For each article the place of the unit that fits best; -1 for none.</summary>
    public int[] NearestUnit { get; }

    /// <summary>For each article what a first look gives it; 0 without a chance.</summary>
    public float[] Quick { get; }

    /// <summary>The articles of ours that say what the asked word means.</summary>
    public IReadOnlyList<int> Defining { get; }

    public Candidates Look(IEnumerable<int> places, StatuteEvidence statutes)
    {
        var found = new Candidates(places, Signs);
        var shelf = index.ArticleShelf;
        var accented = shelf.Find(KnowledgeIndex.Accented, shelf.Weighed(KnowledgeIndex.Accented, wanted.Accented)).Frequency;
        var rare = shelf.Find(KnowledgeIndex.Body, evidence.Rare).Presence;
        foreach (var i in found.Places)
        {
            FillOwn(found[i], i);
            FillCited(found[i], i, statutes);
            found[i][(int)ArticleSign.AccentsAmongBest] = accented[i];
            found[i][(int)ArticleSign.RareCovered] = Share(rare[i], evidence.Rare.Values.Sum());
        }

        found.AmongBest((int)ArticleSign.AllWordings, (int)ArticleSign.AllWordingsAmongBest);
        found.AmongBest((int)ArticleSign.Body, (int)ArticleSign.BodyAmongBest);
        found.AmongBest((int)ArticleSign.AccentsAmongBest, (int)ArticleSign.AccentsAmongBest);
        return found;
    }

    /// <param name="statuteShares">For each provision with a chance how likely it is what the question is about.</param>
    public void AddStatuteShares(Candidates found, Dictionary<int, float> statuteShares)
    {
        foreach (var i in found.Places)
            found[i][(int)ArticleSign.StatuteShare] = index.Cited.Of(i).Select(it => statuteShares.GetValueOrDefault(it)).DefaultIfEmpty(0).Max();
    }

    private void FillOwn(float[] row, int i)
    {
        row[(int)ArticleSign.WordingAlike] = best[i];
        row[(int)ArticleSign.ThreeWordingsAlike] = (best[i] + second[i] + third[i]) / 3;
        row[(int)ArticleSign.TitleAlike] = title[i];
        row[(int)ArticleSign.FocusAlike] = focus[i];
        row[(int)ArticleSign.AllWordings] = Share(all.Frequency[i], evidence.Mass);
        row[(int)ArticleSign.CoveredByWordings] = Share(all.Presence[i], evidence.Mass);
        row[(int)ArticleSign.Body] = Share(body.Frequency[i], evidence.Mass);
        row[(int)ArticleSign.CoveredByBody] = Share(body.Presence[i] + concepts.Presence[i], evidence.Mass);
        row[(int)ArticleSign.Concepts] = Share(concepts.Presence[i], evidence.Concepts.Values.Sum());
        row[(int)ArticleSign.SameAspectAlike] = sameAspect[i];
        row[(int)ArticleSign.AspectOfTitle] = Aspects.Share(titleAspects[i], wanted.Aspects);
    }

    private void FillCited(float[] row, int i, StatuteEvidence statutes)
    {
        row[(int)ArticleSign.CitedHeading] = index.Cited.Best(i, statutes.HeadingAlike);
        row[(int)ArticleSign.CitedText] = index.Cited.Best(i, statutes.Text);
        row[(int)ArticleSign.NamedPlace] = statutes.NamedBy(index.Content.Articles[i].Citations);
        row[(int)ArticleSign.FineAskedAndSet] = evidence.AsksFine && index.Cited.CitesFine(i) ? 1 : 0;
        row[(int)ArticleSign.FineSetNotAsked] = !evidence.AsksFine && index.Cited.CitesFine(i) ? 1 : 0;
        row[(int)ArticleSign.DefinesWhatIsAsked] = Defining.Contains(i) ? 1 : 0;
    }

    private void ReadWordings()
    {
        var common = CommonWith(evidence.Folded, evidence.Concepts);
        for (var i = 0; i < index.Units.Count; i++)
        {
            var article = index.Units[i].Article;
            var alike = Alike(common[i], evidence.Mass, index.UnitMass[i]);
            // The title is an article's first unit.
            if (i == 0 || index.Units[i - 1].Article != article)
                (title[article], titleAspects[article]) = (alike, index.Units[i].Aspects);
            if (wanted.Aspects == 0 || (wanted.Aspects & index.Units[i].Aspects) != 0)
                sameAspect[article] = Math.Max(sameAspect[article], alike);
            if (alike > best[article])
                NearestUnit[article] = i;
            Keep(article, alike);
        }
    }

    // A story's own question, without what stands around it.
    private void ReadFocus()
    {
        if (wanted.Focus is not { } asked)
        {
            best.CopyTo(focus, 0);
            return;
        }

        var (folded, named) = (index.ArticleShelf.Weighed(KnowledgeIndex.Folded, asked.Folded), index.ArticleShelf.Weighed(KnowledgeIndex.Concept, asked.Concepts));
        var common = CommonWith(folded, named);
        var mass = evidence.MassOf(asked, folded, named);
        for (var i = 0; i < index.Units.Count; i++)
            focus[index.Units[i].Article] = Math.Max(focus[index.Units[i].Article], Alike(common[i], mass, index.UnitMass[i]));
    }

    private float[] CommonWith(Dictionary<string, float> folded, Dictionary<string, float> named) =>
        index.UnitShelf.Find(KnowledgeIndex.Folded, folded).And(index.UnitShelf.Find(KnowledgeIndex.Concept, named)).Presence;

    private void Keep(int i, float alike)
    {
        if (alike > best[i])
            (best[i], second[i], third[i]) = (alike, best[i], second[i]);
        else if (alike > second[i])
            (second[i], third[i]) = (alike, second[i]);
        else if (alike > third[i])
            third[i] = alike;
    }
}
