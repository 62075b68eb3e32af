using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

/// <summary>The rows of one question's candidates, and which of them are right.</summary>
internal sealed record Sample(float Weight, (bool IsProvision, float[] Row, bool Right)[] Rows)
{
    public static Sample Of(KnowledgeIndex index, Asked asked, float weight)
    {
        var evidence = new Evidence(index, index.Reader.Read(asked.Text));
        var content = index.Content;
        var ours = evidence.Articles.Places.Where(it => content.Articles[it].Sensitive is null && Program.Holds(content.Articles[it].InForceFrom, content.Articles[it].InForceUntil))
            .Select(it => (false, evidence.Articles[it], asked.IsRight(new Entry.Ours(content.Articles[it]))));
        var statutes = evidence.Provisions.Places.Where(it => content.Provisions[it].InForceOn(Program.Today))
            .Select(it => (true, evidence.Provisions[it], asked.IsRight(new Entry.Statute(content.Provisions[it]))));
        return new Sample(weight, [.. ours, .. statutes]);
    }

    /// <summary>Each wording asked of an index that lacks it: ten indexes, each without another tenth.</summary>
    public static IEnumerable<Sample> OfWordings(KnowledgeContent content, Ranking ranking, float weight)
    {
        const int Folds = 10;
        for (var fold = 0; fold < Folds; fold++)
        {
            var kept = content.Articles.Select(it => it with { Questions = [.. it.Questions.Where((_, i) => i % Folds != fold)] }).ToList();
            var index = KnowledgeIndex.Build(content with { Articles = kept }, ranking);
            foreach (var article in content.Articles.Where(it => it.Sensitive is null && Program.Holds(it.InForceFrom, it.InForceUntil)))
            {
                foreach (var text in article.Questions.Where((_, i) => i % Folds == fold))
                    yield return Of(index, new Asked(text, [article.Id, .. article.Citations.Take(1).Select(it => $"{it.Law}:{it.Article}")]), weight);
            }
        }
    }
}
