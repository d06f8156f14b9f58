namespace Lossary.Losses;

/// <summary>Gains and discounts of NDCG.</summary>
/// <remarks>
/// K. Järvelin, J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", 2002, doi:10.1145/582415.582418.
/// </remarks>
internal static class Gains
{
    /// <summary>2^y − 1.</summary>
    public static double Of(double relevance) => Math.Pow(2, relevance) - 1;

    /// <summary>1 / log₂(2 + place), with 0 for the first place.</summary>
    public static double Discount(int place) => 1 / Math.Log2(2.0 + place);

    /// <summary>Σ gain · discount in the best order; 0 where nothing is relevant.</summary>
    public static double Ideal(GroupRows rows)
    {
        ReadOnlySpan<double> relevances = rows[RankingInputs.Relevances];
        ReadOnlySpan<int> best = rows.Descending(relevances, 0);
        double sum = 0;
        for (int place = 0; place < best.Length; place++)
        {
            sum += Of(relevances[best[place]]) * Discount(place);
        }

        return sum;
    }
}
