namespace Lossary.Training;

/// <summary>Quantiles of a sample, by the conventions that scikit-learn 1.2 has.</summary>
public static class Quantile
{
    /// <summary>
    /// Unweighted: between the order statistics, linearly (Hyndman and Fan's type 7). Weighted: the smallest value at
    /// which the cumulated weight reaches the level's share of the total.
    /// </summary>
    /// <param name="values">[n]; NaN is the quantile of none.</param>
    /// <param name="weights">[n], or empty for equal ones.</param>
    /// <param name="level">In [0, 1].</param>
    public static double Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double level)
    {
        if (values.IsEmpty)
        {
            return double.NaN;
        }

        double[] sorted = values.ToArray();
        if (weights.IsEmpty)
        {
            Array.Sort(sorted);
            double position = level * (sorted.Length - 1);
            int below = (int)position;
            int above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
        }

        double[] sortedWeights = weights.ToArray();
        Array.Sort(sorted, sortedWeights);
        double total = 0;
        for (int i = 0; i < sortedWeights.Length; i++)
        {
            total += sortedWeights[i];
            sortedWeights[i] = total;
        }

        // At level 0, samples of weight 0 still do not count.
        double wanted = level * total == 0 ? double.Epsilon : level * total;
        int index = Array.FindIndex(sortedWeights, cumulated => cumulated >= wanted);
        return total > 0 ? sorted[index < 0 ? ^1 : index] : double.NaN;
    }
}
