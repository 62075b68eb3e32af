using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

/// <summary>Shows on the exam how far the confidence can be believed; each fifth of it is judged by a calibration that has not seen it.</summary>
internal static class Reliability
{
    private const int Parts = 5;

    public static int Print(KnowledgeContent content) => Print(KnowledgeIndex.Build(content));

    public static int Print(KnowledgeIndex index)
    {
        var asked = Asked.Exam();
        var all = asked.Select(it => Sample.Certainty(index, it)).OfType<(float[] Signs, bool Right)>().ToList();
        var judged = Enumerable.Range(0, Parts).SelectMany(part => Judge(all, part)).ToList();
        Console.WriteLine($"\n{asked.Count} questions, first right {Percent(judged.Count(it => it.Right), asked.Count)}\n\n| confidence | questions | first right |\n|---|---|---|");
        foreach (var group in judged.GroupBy(it => (int)Math.Min(9, it.Sure * 10)).OrderBy(it => it.Key))
            Console.WriteLine($"| 0.{group.Key}–{(group.Key + 1) / 10.0:0.0} | {group.Count()} | {Percent(group.Count(it => it.Right), group.Count())} |");
        Console.WriteLine("\n| answer from | answered | right | wrong |\n|---|---|---|---|");
        foreach (var from in (double[])[0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9])
        {
            var answered = judged.Where(it => it.Sure >= from).ToList();
            Console.WriteLine($"| {from:0.00} | {Percent(answered.Count, asked.Count)} | {Percent(answered.Count(it => it.Right), asked.Count)} | {Percent(answered.Count(it => !it.Right), asked.Count)} |");
        }

        return 0;
    }

    private static IEnumerable<(double Sure, bool Right)> Judge(List<(float[] Signs, bool Right)> all, int part)
    {
        var (weights, start) = Logistic.Fit([.. all.Where((_, i) => i % Parts != part)]);
        return all.Where((_, i) => i % Parts == part).Select(it => (1 / (1 + Math.Exp(-(start + Ranking.Score(it.Signs, weights)))), it.Right));
    }

    private static string Percent(int part, int whole) => $"{100.0 * part / Math.Max(1, whole):0.0} %";
}
