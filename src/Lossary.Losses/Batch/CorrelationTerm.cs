using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One feature's correlations with all: with itself it is to be an aim, with others 0, in squares.</summary>
/// <param name="aim">What the diagonal is to be.</param>
/// <param name="own">What the diagonal weighs.</param>
/// <param name="others">What the rest weighs.</param>
internal readonly struct CorrelationTerm(double aim, double own, double others) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.One;
        T factor = T.CreateTruncating(others), two = T.CreateTruncating(2), sum = T.Zero;
        T miss = measures[row] - T.CreateTruncating(aim), share = T.CreateTruncating(own);
        measures[row] = T.Zero;
        for (int j = 0; j < measures.Length; j++)
        {
            sum += measures[j] * measures[j];
            measures[j] *= two * factor;
        }

        measures[row] = two * share * miss;
        return (share * miss * miss) + (factor * sum);
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> diagonal = BatchSteps.Choice(tape, measures.Shape, (i, j) => i == j);
        Tensor<T> weights = tape.Shift(tape.Scale(diagonal, own - others), others);
        Tensor<T> miss = tape.Subtract(measures, tape.Scale(diagonal, aim));
        return tape.Sum(tape.Multiply(weights, tape.Square(miss)), [1]);
    }
}
