using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>The power by which variance grows with the mean, over groups of rows with like predictions.</summary>
/// <remarks>L. R. Taylor, Aggregation, Variance and the Mean, Nature 189 (1961), doi:10.1038/189732a0.</remarks>
/// <param name="Slope">Of log variance on log mean.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end of its 95 % interval.</param>
internal readonly record struct TaylorLaw(double Slope, double Low, double High)
{
    private const int MostGroups = 20;
    private const int RowsOfGroup = 25;
    private const int FewestGroups = 4;

    /// <summary>Means within this factor of each other, a third, tell nothing of a power.</summary>
    private const double FewestRange = 1.35;

    /// <summary>The slope; null where the means differ too little, or rows are too few.</summary>
    /// <param name="targets">Not negative, [n].</param>
    /// <param name="unseen">Means fitted without the row, positive, [n].</param>
    /// <param name="seen">Means fitted with the row, positive, [n].</param>
    public static TaylorLaw? Of(double[] targets, double[] unseen, double[] seen)
    {
        double[] means = [.. unseen.Zip(seen, (first, second) => (first + second) / 2)];
        int groups = Math.Min(MostGroups, targets.Length / RowsOfGroup);
        int[] order = [.. Enumerable.Range(0, targets.Length).OrderBy(i => means[i])];
        List<(double Mean, double Variance)> points = [];
        for (int group = 0; group < groups; group++)
        {
            int[] members = order[(order.Length * group / groups)..(order.Length * (group + 1) / groups)];
            double observed = members.Average(i => targets[i]);

            // What differs between the means of a group is not noise.
            double variance = members.Average(i => (targets[i] - unseen[i]) * (targets[i] - seen[i]));
            if (observed > 0 && variance > 0)
            {
                points.Add((Math.Log(observed), Math.Log(variance)));
            }
        }

        return points.Count >= FewestGroups
            && points.Max(p => p.Mean) - points.Min(p => p.Mean) >= Math.Log(FewestRange)
            ? Line(points)
            : null;
    }

    private static TaylorLaw Line(List<(double Mean, double Variance)> points)
    {
        double x = points.Average(p => p.Mean), y = points.Average(p => p.Variance);
        double xx = points.Sum(p => (p.Mean - x) * (p.Mean - x));
        double slope = points.Sum(p => (p.Mean - x) * (p.Variance - y)) / xx;
        double unexplained = points.Sum(p => Math.Pow(p.Variance - y - (slope * (p.Mean - x)), 2));
        double error = Math.Sqrt(unexplained / (points.Count - 2) / xx);
        double half = error * StudentT.InvCDF(0, 1, points.Count - 2, 0.975);
        return new(slope, slope - half, slope + half);
    }
}
