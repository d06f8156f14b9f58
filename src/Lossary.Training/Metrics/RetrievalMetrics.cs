namespace Lossary.Training;

/// <summary>How well scores order the documents of a query by their relevance.</summary>
/// <remarks>
/// Gain is the relevance itself, the discount 1 / log₂(1 + rank); documents of equal score share their ranks'
/// discounts. K. Järvelin and J. Kekäläinen, ACM TOIS 20 (2002) 422–446, doi:10.1145/582415.582418.
/// </remarks>
public static class RetrievalMetrics
{
    /// <summary>Discounted cumulative gain of one query.</summary>
    /// <inheritdoc cref="RetrievalMetrics" path="/remarks"/>
    /// <param name="scores">[documents].</param>
    /// <param name="relevances">[documents], not negative.</param>
    public static double DiscountedCumulativeGain(ReadOnlySpan<double> scores, ReadOnlySpan<double> relevances)
    {
        MetricArguments.SameLength(scores.Length, relevances.Length);
        double[] keys = scores.ToArray(), gains = relevances.ToArray();
        Array.Sort(keys, gains);
        Array.Reverse(keys);
        Array.Reverse(gains);
        double sum = 0;
        for (int start = 0, end; start < keys.Length; start = end)
        {
            double gain = 0, discount = 0;
            for (end = start; end < keys.Length && keys[end] == keys[start]; end++)
            {
                gain += gains[end];
                discount += 1 / Math.Log2(end + 2);
            }

            sum += gain / (end - start) * discount;
        }

        return sum;
    }

    /// <summary>Discounted cumulative gain over that of the best order; 0 if nothing is relevant.</summary>
    /// <inheritdoc cref="RetrievalMetrics" path="/remarks"/>
    /// <param name="scores">[documents].</param>
    /// <param name="relevances">[documents], not negative.</param>
    public static double NormalizedDiscountedCumulativeGain(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> relevances)
    {
        double gain = DiscountedCumulativeGain(scores, relevances);
        double best = DiscountedCumulativeGain(relevances, relevances);
        return best > 0 ? gain / best : 0;
    }
}
