using Lossary.Numerics;

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

        ReadOnlySpan<double> scores = rows[RankingInputs.Scores], relevances = rows[RankingInputs.Relevances];
        ReadOnlySpan<int> order = rows.Descending(scores, 0);
        Span<double> hits = rows.Free(0), reciprocals = rows.Free(1);
        Accumulate(order, relevances, hits, reciprocals);
        double sum = 0;
        for (int a = 0; a < order.Length; a++)
        {
            for (int b = a + 1; b < order.Length; b++)
            {
                bool isFirst = relevances[order[a]] > 0;
                if (isFirst == relevances[order[b]] > 0)
                {
                    continue;
                }

                int better = isFirst ? order[a] : order[b], worse = isFirst ? order[b] : order[a];
                double share = isReciprocal
                    ? OfReciprocal(hits, a, b, isFirst)
                    : OfPrecision(hits, reciprocals, a, b, isFirst);
                double difference = scores[better] - scores[worse];
                double pull = share * sigma * RealFunctions.Sigmoid(-sigma * difference);
                sum += share * RealFunctions.Softplus(-sigma * difference);
                gradient[better] -= pull;
                gradient[worse] += pull;
            }
        }

        return sum;
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
}
