using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − a metric of the list, with ranks made smooth: rᵢ = 1 + Σ over j ≠ i of σ((sⱼ − sᵢ)/τ).</summary>
/// <param name="temperature">How soft a comparison is.</param>
/// <param name="isReciprocal">Whether the metric is the mean reciprocal rank, not NDCG.</param>
internal readonly struct ApproximateRankFormula(double temperature, bool isReciprocal) : IGroupFormula
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
        double whole = isReciprocal ? Sums.Sum(relevances) : Gains.Ideal(rows), metric = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double gain = isReciprocal ? relevances[i] : Gains.Of(relevances[i]);
            if (gain == 0)
            {
                continue;
            }

            double rank = 1;
            for (int j = 0; j < scores.Length; j++)
            {
                rank += j == i ? 0 : RealFunctions.Sigmoid((scores[j] - scores[i]) / temperature);
            }

            double log = Math.Log2(1 + rank);
            metric += gain / whole / (isReciprocal ? rank : log);
            double slope = isReciprocal ? 1 / (rank * rank) : 1 / (log * log * (1 + rank) * Math.Log(2));
            Spread(scores, i, slope * gain / (whole * temperature), gradient);
        }

        return 1 - metric;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<double> relevances = group.Rows[RankingInputs.Relevances];
        Span<double> shares = group.Rows.Free(0);
        double whole = isReciprocal ? Sums.Sum(relevances) : Gains.Ideal(group.Rows);
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = (isReciprocal ? relevances[i] : Math.Log(2) * Gains.Of(relevances[i])) / whole;
        }

        // With itself each compares as one half, where rank 1 is the first.
        Tape<T> tape = group.Tape;
        Tensor<T> compared = tape.Sigmoid(tape.Scale(group.Differences, 1 / temperature));
        Tensor<T> ranks = tape.Shift(tape.Sum(compared, [-1]), 0.5);
        Tensor<T> costs = isReciprocal ? ranks : tape.Log(tape.Shift(ranks, 1));
        return tape.Negate(tape.Sum(tape.Divide(group.Constant(shares), costs)));
    }

    /// <summary>Adds what item i's rank pulls at all items.</summary>
    private void Spread(ReadOnlySpan<double> scores, int i, double pull, Span<double> gradient)
    {
        for (int j = 0; j < scores.Length; j++)
        {
            double difference = (scores[j] - scores[i]) / temperature;
            double slope = pull * RealFunctions.Sigmoid(difference) * RealFunctions.Sigmoid(-difference);
            gradient[j] += j == i ? 0 : slope;
            gradient[i] -= j == i ? 0 : slope;
        }
    }
}
