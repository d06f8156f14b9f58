using System.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>ln Σ e^(scale · measure) over some of the candidates; −∞, with a gradient of 0, over none.</summary>
/// <param name="scale">What measures are multiplied by.</param>
/// <param name="excludes">Which candidates are left out, by query and candidate; null for none.</param>
internal readonly struct LogSumExpTerm(double scale, Func<int, int, bool>? excludes) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.One;
        T factor = T.CreateTruncating(scale);
        TensorPrimitives.Multiply(measures, factor, measures);
        for (int j = 0; excludes is not null && j < measures.Length; j++)
        {
            measures[j] = excludes(row, j) ? T.NegativeInfinity : measures[j];
        }

        T sum = RowSoftmax<T>.Of(measures).LogSum;
        TensorPrimitives.Multiply(measures, factor, measures);
        return sum;
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Func<int, int, bool>? without = excludes;
        return BatchSteps.LogSum(tape, tape.Scale(measures, scale), (i, j) => without is null || !without(i, j));
    }
}
