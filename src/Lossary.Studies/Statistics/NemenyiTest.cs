namespace Lossary.Studies;

/// <summary>How far apart two mean ranks must be before they differ, when all pairs are looked at.</summary>
/// <remarks>
/// References: P. Nemenyi, "Distribution-free Multiple Comparisons", thesis, Princeton (1963); J. Demšar, Journal of
/// Machine Learning Research 7 (2006) 1–30.
/// </remarks>
public static class NemenyiTest
{
    /// <summary>The critical difference of mean ranks: q √(k (k + 1) / (6 N)).</summary>
    /// <param name="losses">How many were ranked, k; at least 2.</param>
    /// <param name="dataSets">On how many data sets, N; at least 1.</param>
    /// <param name="significance">The share of families of equal losses in which some pair may be told apart.</param>
    public static double CriticalDifference(int losses, int dataSets, double significance)
    {
        Check(losses, dataSets);
        if (!(significance > 0 && significance < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(significance), significance, "Must be within (0, 1).");
        }

        return StudentizedRange.Exceeded(significance, losses) / Math.Sqrt(2) * StandardError(losses, dataSets);
    }

    /// <summary>The p-value of a difference of two mean ranks, adjusted over all pairs.</summary>
    /// <param name="difference">Of either sign.</param>
    /// <param name="losses">How many were ranked; at least 2.</param>
    /// <param name="dataSets">On how many data sets; at least 1.</param>
    public static double PValue(double difference, int losses, int dataSets)
    {
        Check(losses, dataSets);
        double range = Math.Sqrt(2) * Math.Abs(difference) / StandardError(losses, dataSets);
        return 1 - StudentizedRange.Cdf(range, losses);
    }

    /// <summary>
    /// The largest groups of losses that cannot be told apart: the bars of a critical-difference diagram.
    /// </summary>
    /// <param name="meanRanks">Shape [losses].</param>
    /// <param name="criticalDifference">Mean ranks nearer than this are not told apart.</param>
    /// <returns>
    /// Groups of two and more, each with its losses' indices from the best rank to the worst; best group first.
    /// </returns>
    public static IReadOnlyList<IReadOnlyList<int>> Groups(IReadOnlyList<double> meanRanks, double criticalDifference)
    {
        ArgumentNullException.ThrowIfNull(meanRanks);
        int[] order = [.. Enumerable.Range(0, meanRanks.Count).OrderBy(i => meanRanks[i])];
        List<IReadOnlyList<int>> groups = [];
        int covered = 0;
        for (int first = 0; first < order.Length; first++)
        {
            int next = first + 1;
            while (next < order.Length && meanRanks[order[next]] - meanRanks[order[first]] < criticalDifference)
            {
                next++;
            }

            if (next - first > 1 && next > covered)
            {
                groups.Add(order[first..next]);
                covered = next;
            }
        }

        return groups;
    }

    private static double StandardError(int losses, int dataSets) =>
        Math.Sqrt(losses * (losses + 1.0) / (6.0 * dataSets));

    private static void Check(int losses, int dataSets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(losses, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(dataSets, 1);
    }
}
