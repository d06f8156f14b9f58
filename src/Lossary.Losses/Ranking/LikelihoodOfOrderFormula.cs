namespace Lossary.Losses;

/// <summary>−ln of the probability that Plackett and Luce give the order by relevance, place by place.</summary>
/// <remarks>Linear after the sort: log-sum-exps from the end for the value, from the start for the gradient.</remarks>
/// <param name="byPosition">Whether the first places weigh more.</param>
internal readonly struct LikelihoodOfOrderFormula(bool byPosition) : IGroupFormula
{
    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        weight = RankingInputs.SaysSomething(rows) ? 1 : 0;
        if (weight == 0)
        {
            return 0;
        }

        ReadOnlySpan<double> scores = rows[RankingInputs.Scores];
        ReadOnlySpan<int> order = rows.Descending(rows[RankingInputs.Relevances], 0);
        Span<double> rest = rows.Free(0);
        double all = double.NegativeInfinity;
        for (int place = order.Length - 1; place >= 0; place--)
        {
            all = LogAdd.Of(all, scores[order[place]]);
            rest[place] = all;
        }

        double value = 0, before = double.NegativeInfinity;
        for (int place = 0; place < order.Length; place++)
        {
            double share = byPosition ? WeightOf(place, order.Length) : 1;
            double score = scores[order[place]];
            value += share * (rest[place] - score);
            before = LogAdd.Of(before, Math.Log(share) - rest[place]);
            gradient[order[place]] = Math.Exp(score + before) - share;
        }

        return value;
    }

    /// <summary>(2^(n − k) − 1) / (2^(n − 1) − 1) for the k-th of n, without the overflow.</summary>
    private static double WeightOf(int place, int count)
    {
        double last = Math.Pow(2, 1 - count);
        return (Math.Pow(2, -place) - last) / (1 - last);
    }
}
