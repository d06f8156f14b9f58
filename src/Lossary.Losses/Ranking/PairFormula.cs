using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The sum, or the mean, over all pairs of a group whose relevances differ.</summary>
/// <remarks>Quadratic in time, linear in memory.</remarks>
/// <param name="term">What one pair costs.</param>
/// <param name="averages">Whether the sum is divided by the number of pairs.</param>
internal readonly struct PairFormula<TTerm>(TTerm term, bool averages = false) : IGroupFormula
    where TTerm : struct, IPairTerm
{
    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        ReadOnlySpan<double> scores = rows[RankingInputs.Scores], relevances = rows[RankingInputs.Relevances];
        double sum = 0;
        long pairs = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                double gap = relevances[i] - relevances[j];
                if (gap > 0)
                {
                    sum += term.Value(scores[i] - scores[j], gap, out double slope);
                    gradient[i] += slope;
                    gradient[j] -= slope;
                    pairs++;
                }
            }
        }

        weight = pairs == 0 ? 0 : 1;
        double factor = averages && pairs > 0 ? 1.0 / pairs : 1;
        foreach (ref double slope in gradient)
        {
            slope *= factor;
        }

        return sum * factor;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = group.Count;
        ReadOnlySpan<double> relevances = group.Rows[RankingInputs.Relevances];
        double[] gaps = new double[count * count], counts = new double[gaps.Length];
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = relevances[i / count] - relevances[i % count];
            counts[i] = gaps[i] > 0 ? 1 : 0;
        }

        double factor = averages ? 1 / counts.Sum() : 1;
        Tensor<T> margins = group.Tape.Negate(group.Differences);
        Tensor<T> costs = group.Tape.Formula(term, margins, group.Constant(margins.Shape, gaps));
        return group.Tape.Scale(group.Dot(counts, costs), factor);
    }
}
