namespace ChatBot.RankingLab;

/// <summary>Fits how likely an order's first is right from its signs of confidence: logistic regression by Newton's steps.</summary>
internal static class Logistic
{
    private const int Steps = 30;
    private const double Shrinkage = 0.5;

    /// <returns>The weights, and what to begin with.</returns>
    public static (float[] Weights, float Base) Fit(IReadOnlyList<(float[] Signs, bool Right)> samples)
    {
        var count = samples[0].Signs.Length + 1;
        var weights = new double[count];
        for (var step = 0; step < Steps; step++)
        {
            var (slope, curve) = (new double[count], new double[count, count]);
            foreach (var (signs, right) in samples)
            {
                double[] row = [1, .. signs];
                var likely = 1 / (1 + Math.Exp(-row.Select((it, i) => it * weights[i]).Sum()));
                for (var i = 0; i < count; i++)
                {
                    slope[i] += row[i] * ((right ? 1 : 0) - likely);
                    for (var j = 0; j < count; j++)
                        curve[i, j] += row[i] * row[j] * likely * (1 - likely);
                }
            }

            for (var i = 1; i < count; i++)
            {
                slope[i] -= Shrinkage * weights[i];
                curve[i, i] += Shrinkage;
            }

            var move = Solve(curve, slope);
            for (var i = 0; i < count; i++)
                weights[i] += move[i];
        }

        return ([.. weights.Skip(1).Select(it => (float)it)], (float)weights[0]);
    }

    // Gauss with pivots; the matrix is small.
    private static double[] Solve(double[,] left, double[] right)
    {
        var count = right.Length;
        for (var i = 0; i < count; i++)
        {
            var pivot = Enumerable.Range(i, count - i).MaxBy(it => Math.Abs(left[it, i]));
            for (var j = 0; j < count; j++)
                (left[i, j], left[pivot, j]) = (left[pivot, j], left[i, j]);
            (right[i], right[pivot]) = (right[pivot], right[i]);
            for (var row = i + 1; row < count; row++)
            {
                var factor = left[row, i] / (left[i, i] + 1e-12);
                for (var j = i; j < count; j++)
                    left[row, j] -= factor * left[i, j];
                right[row] -= factor * right[i];
            }
        }

        for (var i = count - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < count; j++)
                right[i] -= left[i, j] * right[j];
            right[i] /= left[i, i] + 1e-12;
        }

        return right;
    }
}
