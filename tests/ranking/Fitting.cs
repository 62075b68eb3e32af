using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

/// <summary>Fits the weights of the signs on one part of the questions, and those of the confidence on the other.</summary>
internal static class Fitting
{
    // The shares that articles and provisions give each other depend on the weights: fitted again until they agree.
    private const int Rounds = 3;

    public static int Print(KnowledgeContent content)
    {
        var ranking = Fit(content);
        Console.WriteLine($"new(\n    [{Numbers(ranking.Articles, "0.00")}],\n    [{Numbers(ranking.Provisions, "0.00")}],\n    [{Numbers(ranking.Confidence, "0.000")}],\n    {ranking.ConfidenceBase:0.000}f);");
        return Reliability.Print(KnowledgeIndex.Build(content, ranking));
    }

    private static Ranking Fit(KnowledgeContent content)
    {
        var ranking = Ranking.For(content);
        for (var round = 0; round < Rounds; round++)
        {
            var index = KnowledgeIndex.Build(content, ranking);
            var (articles, provisions) = Listwise.Fit([.. Asked.Fit().Select(it => Sample.Of(index, it))], ranking.Articles, ranking.Provisions);
            ranking = ranking with { Articles = articles, Provisions = provisions };
        }

        var fitted = KnowledgeIndex.Build(content, ranking);
        var (confidence, start) = Logistic.Fit([.. Asked.Exam().Select(it => Sample.Certainty(fitted, it)).OfType<(float[], bool)>()]);
        return ranking with { Confidence = confidence, ConfidenceBase = start };
    }

    private static string Numbers(float[] weights, string digits) => string.Join(", ", weights.Select(it => $"{it.ToString(digits)}f"));
}
