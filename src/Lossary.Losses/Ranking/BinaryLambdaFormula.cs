using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// RankNet's pairs of a relevant and another item, each weighed by what exchanging the two would change of a metric of
/// binary relevance; the weights are held constant.
/// </summary>
/// <param name="sigma">How steep the logistic curve is.</param>
/// <param name="isReciprocal">True for the reciprocal of the first relevant place, false for average precision.</param>
internal readonly struct BinaryLambdaFormula(double sigma, bool isReciprocal) : IGroupFormula
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
        Places places = new(rows);
        double sum = 0;
        for (int a = 0; a < scores.Length; a++)
        {
            for (int b = a + 1; b < scores.Length; b++)
            {
                double share = ShareOf(places, a, b, out int better, out int worse);
                if (share == 0)
                {
                    continue;
                }

                double difference = scores[better] - scores[worse];
                double pull = share * sigma * RealFunctions.Sigmoid(-sigma * difference);
                sum += share * RealFunctions.Softplus(-sigma * difference);
                gradient[better] -= pull;
                gradient[worse] += pull;
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = group.Count;
        Places places = new(group.Rows);
        double[] shares = new double[count * count];
        for (int a = 0; a < count; a++)
        {
            for (int b = a + 1; b < count; b++)
            {
                double share = ShareOf(places, a, b, out int better, out int worse);
                shares[(better * count) + worse] += share;
            }
        }

        return group.LogisticPairs(shares, sigma);
    }

    /// <summary>What the items at places a &lt; b count as a pair: 0 where both are relevant, or neither is.</summary>
    private double ShareOf(in Places places, int a, int b, out int better, out int worse)
    {
        bool isFirst = places.Relevances[places.Order[a]] > 0;
        better = places.Order[isFirst ? a : b];
        worse = places.Order[isFirst ? b : a];
        return isFirst == places.Relevances[places.Order[b]] > 0
            ? 0
            : isReciprocal
                ? OfReciprocal(places.Hits, a, b, isFirst)
                : OfPrecision(places.Hits, places.Reciprocals, a, b, isFirst);
    }

    /// <summary>How many of the first places are relevant, and the sum of their reciprocals, place by place.</summary>
    private static void Accumulate(
        ReadOnlySpan<int> order, ReadOnlySpan<double> relevances, Span<double> hits, Span<double> reciprocals)
    {
        double count = 0, sum = 0;
        for (int place = 0; place < order.Length; place++)
        {
            bool isRelevant = relevances[order[place]] > 0;
            count += isRelevant ? 1 : 0;
            sum += isRelevant ? 1.0 / (place + 1) : 0;
            hits[place] = count;
            reciprocals[place] = sum;
        }
    }

    /// <summary>What average precision changes by when the items at places a &lt; b are exchanged.</summary>
    private static double OfPrecision(
        ReadOnlySpan<double> hits, ReadOnlySpan<double> reciprocals, int a, int b, bool isFirst)
    {
        // Relevant places between the two have one hit less, or one more, before them.
        double between = reciprocals[b - 1] - reciprocals[a];
        double before = (isFirst ? hits[a] : hits[a] + 1) / (a + 1);
        return Math.Abs(before + between - (hits[b] / (b + 1))) / hits[^1];
    }

    /// <summary>What the reciprocal of the first relevant place changes by.</summary>
    private static double OfReciprocal(ReadOnlySpan<double> hits, int a, int b, bool isFirst)
    {
        int first = hits.IndexOf(1);
        if (!isFirst)
        {
            return first > a ? (1.0 / (a + 1)) - (1.0 / (first + 1)) : 0;
        }

        if (first != a)
        {
            return 0;
        }

        int second = hits.IndexOf(2);
        int next = second < 0 ? b : Math.Min(second, b);
        return (1.0 / (a + 1)) - (1.0 / (next + 1));
    }

    /// <summary>The items in their order, and the sums over the first of them.</summary>
    private readonly ref struct Places
    {
        public Places(GroupRows rows)
        {
            Relevances = rows[RankingInputs.Relevances];
            Order = rows.Descending(rows[RankingInputs.Scores], 0);
            Span<double> hits = rows.Free(0), reciprocals = rows.Free(1);
            Accumulate(Order, Relevances, hits, reciprocals);
            Hits = hits;
            Reciprocals = reciprocals;
        }

        public ReadOnlySpan<double> Relevances { get; }

        public ReadOnlySpan<int> Order { get; }

        public ReadOnlySpan<double> Hits { get; }

        public ReadOnlySpan<double> Reciprocals { get; }
    }
}
