namespace Lossary.Training;

/// <summary>How well scores order the samples of each query by their grades.</summary>
/// <remarks>scores, grades and queries [n]; a query's samples need not stand together.</remarks>
public static class QueryMetrics
{
    /// <summary>
    /// Normalised discounted cumulative gain of the first places, in the mean over the queries that have a relevant
    /// sample.
    /// </summary>
    /// <remarks>
    /// Gain 2^grade − 1, discount 1 / log₂(1 + rank). Samples of equal score share the discounts of their ranks: F.
    /// McSherry, M. Najork, Computing Information Retrieval Performance Measures Efficiently in the Presence of Tied
    /// Scores, 2008, doi:10.1007/978-3-540-78646-7_38. C. Burges et al., Learning to Rank Using Gradient Descent, 2005,
    /// doi:10.1145/1102351.1102363.
    /// </remarks>
    /// <param name="scores">Higher is to come first.</param>
    /// <param name="grades">Not negative; 0 is not relevant.</param>
    /// <param name="queries">Which samples belong together.</param>
    /// <param name="at">How many first places count; positive.</param>
    /// <returns>In [0, 1]; NaN where no query has a relevant sample.</returns>
    public static double Ndcg(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> grades, ReadOnlySpan<int> queries, int at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, 1);
        double sum = 0;
        int counted = 0;
        foreach (int[] query in QueriesOf(scores, grades, queries))
        {
            double[] own = Take(scores, query),
                gains = Array.ConvertAll(Take(grades, query), grade => Math.Pow(2, grade) - 1);
            double best = Gain([.. gains], [.. gains], at);
            if (best > 0)
            {
                sum += Gain(own, gains, at) / best;
                counted++;
            }
        }

        return sum / counted;
    }

    /// <summary>
    /// The share of pairs of a query with different grades that scores put in the right order, in the mean over the
    /// queries that have any; equal scores count half.
    /// </summary>
    /// <param name="scores">Higher is to come first.</param>
    /// <param name="grades">Any numbers.</param>
    /// <param name="queries">Which samples belong together.</param>
    /// <returns>In [0, 1]; NaN where there is no such pair.</returns>
    public static double OrderedPairs(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> grades, ReadOnlySpan<int> queries)
    {
        double sum = 0;
        int counted = 0;
        foreach (int[] query in QueriesOf(scores, grades, queries))
        {
            double right = 0, pairs = 0;
            foreach (int first in query)
            {
                foreach (int second in query)
                {
                    if (grades[first] > grades[second])
                    {
                        pairs++;
                        right += scores[first] > scores[second] ? 1 : scores[first] == scores[second] ? 0.5 : 0;
                    }
                }
            }

            if (pairs > 0)
            {
                sum += right / pairs;
                counted++;
            }
        }

        return sum / counted;
    }

    private static IEnumerable<int[]> QueriesOf(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> grades, ReadOnlySpan<int> queries)
    {
        MetricArguments.SameLength(scores.Length, grades.Length);
        MetricArguments.SameLength(scores.Length, queries.Length);
        int[] query = queries.ToArray();
        return Enumerable.Range(0, query.Length).GroupBy(i => query[i]).OrderBy(group => group.Key)
            .Select(group => group.ToArray());
    }

    private static double[] Take(ReadOnlySpan<double> values, int[] indices)
    {
        double[] taken = new double[indices.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = values[indices[i]];
        }

        return taken;
    }

    /// <summary>Sorts both.</summary>
    private static double Gain(double[] scores, double[] gains, int at)
    {
        Array.Sort(scores, gains);
        Array.Reverse(scores);
        Array.Reverse(gains);
        double sum = 0;
        for (int start = 0, end; start < scores.Length && start < at; start = end)
        {
            double gain = 0, discount = 0;
            for (end = start; end < scores.Length && scores[end] == scores[start]; end++)
            {
                gain += gains[end];
                discount += end < at ? 1 / Math.Log2(end + 2) : 0;
            }

            sum += gain / (end - start) * discount;
        }

        return sum;
    }
}
