using System.Numerics;
using Lossary.Tensors;

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

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = group.Count;
        ReadOnlySpan<int> order = group.Rows.Descending(group.Rows[RankingInputs.Relevances], 0);
        ReadOnlySpan<int> places = group.Rows.Places(order, 1);
        Span<double> shares = group.Rows.Free(0);
        double[] rest = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            shares[i] = byPosition ? WeightOf(places[i], count) : 1;
            for (int j = 0; j < count; j++)
            {
                rest[(i * count) + j] = places[j] >= places[i] ? 0 : GroupTensors<T>.Nothing;
            }
        }

        Tensor<T> all = group.LogSums(new Shape(count, count), rest);
        return group.Dot(shares, group.Tape.Subtract(all, group.First));
    }

    /// <summary>(2^(n − k) − 1) / (2^(n − 1) − 1) for the k-th of n, without the overflow.</summary>
    private static double WeightOf(int place, int count)
    {
        double last = Math.Pow(2, 1 - count);
        return (Math.Pow(2, -place) - last) / (1 - last);
    }
}
