namespace ChatBot.RankingLab;

/// <summary>Fits weights so that the right entries get as much of each question's share as they can: softmax regression by Adam.</summary>
internal static class Listwise
{
    private const int Rounds = 400;
    private const double Step = 0.05, Shrinkage = 0.002;

    public static (float[] Articles, float[] Provisions) Fit(IReadOnlyList<Sample> samples, float[] articles, float[] provisions)
    {
        var count = articles.Length;
        double[] before = [.. articles.Concat(provisions).Select(it => (double)it)];
        var weights = (double[])before.Clone();
        var (mean, spread) = (new double[weights.Length], new double[weights.Length]);
        var usable = samples.Where(it => it.Rows.Any(row => row.Right) && it.Rows.Any(row => !row.Right)).ToList();
        for (var round = 1; round <= Rounds; round++)
        {
            var slope = Slope(usable, weights, count);
            for (var i = 0; i < weights.Length; i++)
            {
                var gradient = (slope[i] / usable.Count) - (Shrinkage * (weights[i] - before[i]));
                mean[i] = (0.9 * mean[i]) + (0.1 * gradient);
                spread[i] = (0.99 * spread[i]) + (0.01 * gradient * gradient);
                weights[i] += Step * (mean[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(spread[i] / (1 - Math.Pow(0.99, round))) + 1e-8);
            }
        }

        return ([.. weights.Take(count).Select(it => (float)it)], [.. weights.Skip(count).Select(it => (float)it)]);
    }

    private static double[] Slope(List<Sample> samples, double[] weights, int count)
    {
        var slope = new double[weights.Length];
        foreach (var sample in samples)
        {
            var scores = Array.ConvertAll(sample.Rows, it => Score(it.Row, weights, it.IsProvision ? count : 0));
            var top = scores.Max();
            var (all, right) = (0.0, 0.0);
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = Math.Exp(scores[i] - top);
                all += scores[i];
                right += sample.Rows[i].Right ? scores[i] : 0;
            }

            for (var i = 0; i < scores.Length; i++)
            {
                var pull = (sample.Rows[i].Right ? scores[i] / right : 0) - (scores[i] / all);
                Add(slope, sample.Rows[i].Row, pull, sample.Rows[i].IsProvision ? count : 0);
            }
        }

        return slope;
    }

    private static double Score(float[] row, double[] weights, int start)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++)
            sum += row[i] * weights[start + i];
        return sum;
    }

    private static void Add(double[] slope, float[] row, double pull, int start)
    {
        for (var i = 0; i < row.Length; i++)
            slope[start + i] += pull * row[i];
    }
}
