namespace Lossary.Cli;

/// <summary>What scores of two classes are worth at every threshold.</summary>
internal static class RankingCurves
{
    /// <summary>The share of positives found at each share of false alarms, as a ROC curve shows it.</summary>
    /// <param name="scores">Shape [n]: the larger, the likelier.</param>
    /// <param name="targets">Shape [n]: 1 for the positive class, else 0.</param>
    /// <param name="grid">The shares of false alarms, 0 to 1.</param>
    /// <returns>A share for each of the grid; NaN where a class has no rows.</returns>
    public static double[] Found(double[] scores, double[] targets, double[] grid)
    {
        (double Wrong, double Right)[] points = Points(scores, targets);
        (double negatives, double positives) = points[^1];
        double[] found = new double[grid.Length];
        int at = 0;
        for (int i = 0; i < grid.Length; i++)
        {
            double wrong = grid[i] * negatives;
            while (at + 1 < points.Length && points[at + 1].Wrong <= wrong)
            {
                at++;
            }

            (double fromWrong, double fromRight) = points[at];
            (double toWrong, double toRight) = points[Math.Min(at + 1, points.Length - 1)];
            double part = toWrong > fromWrong ? (wrong - fromWrong) / (toWrong - fromWrong) : 0;
            found[i] = (fromRight + (part * (toRight - fromRight))) / positives;
        }

        return negatives > 0 && positives > 0 ? found : [.. grid.Select(_ => double.NaN)];
    }

    /// <summary>The share of alarms that are right at each share of positives found.</summary>
    /// <param name="scores">Shape [n]: the larger, the likelier.</param>
    /// <param name="targets">Shape [n]: 1 for the positive class, else 0.</param>
    /// <param name="grid">The shares of positives to be found, above 0 to 1, rising.</param>
    /// <returns>A share for each of the grid; NaN where a class has no rows.</returns>
    public static double[] Precision(double[] scores, double[] targets, double[] grid)
    {
        (double Wrong, double Right)[] points = Points(scores, targets);
        (double negatives, double positives) = points[^1];
        double[] precision = new double[grid.Length];
        int at = 0;
        for (int i = 0; i < grid.Length; i++)
        {
            while (at + 1 < points.Length && points[at].Right < grid[i] * positives * (1 - 1e-12))
            {
                at++;
            }

            precision[i] = points[at].Right / (points[at].Right + points[at].Wrong);
        }

        return negatives > 0 && positives > 0 ? precision : [.. grid.Select(_ => double.NaN)];
    }

    /// <summary>
    /// False alarms and positives found as the threshold falls, from (0, 0); equal scores fall together.
    /// </summary>
    private static (double Wrong, double Right)[] Points(double[] scores, double[] targets)
    {
        List<(double, double)> points = [(0, 0)];
        double wrong = 0, right = 0;
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i])];
        for (int k = 0; k < order.Length; k++)
        {
            right += targets[order[k]] > 0 ? 1 : 0;
            wrong += targets[order[k]] > 0 ? 0 : 1;
            if (k + 1 == order.Length || scores[order[k + 1]] != scores[order[k]])
            {
                points.Add((wrong, right));
            }
        }

        return [.. points];
    }
}
