using System.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>−ln of the softmax of scaled similarities at the query's own positive: InfoNCE and its kin.</summary>
/// <param name="scale">What similarities are multiplied by: one over the temperature.</param>
/// <param name="positives">Which candidate is each query's positive, <c>[n]</c>.</param>
/// <param name="excludesSelf">Whether the candidate of the query's own number is left out.</param>
/// <param name="margin">What makes it harder for the positive.</param>
internal readonly struct SoftmaxTerm<TMargin>(
    double scale, int[] positives, bool excludesSelf, TMargin margin = default)
    : IBatchTerm
    where TMargin : struct, IPositiveMargin
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.One;
        return Above(row, positives[row], measures);
    }

    /// <summary>
    /// The term of a query whose positive is a candidate; one with a measure of −∞ counts as nothing.
    /// </summary>
    public T Above<T>(int row, int positive, Span<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T factor = T.CreateTruncating(scale);
        double shifted = margin.Shift(double.CreateTruncating(measures[positive]), out double slope);
        measures[positive] = T.CreateTruncating(shifted);
        TensorPrimitives.Multiply(measures, factor, measures);
        if (excludesSelf)
        {
            measures[row] = T.NegativeInfinity;
        }

        T logit = measures[positive];
        RowSoftmax<T> softmax = RowSoftmax<T>.Of(measures);
        measures[positive] = softmax.Less1(logit, measures[positive]) * T.CreateTruncating(slope);
        TensorPrimitives.Multiply(measures, factor, measures);
        return softmax.Above(logit);
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T> => ComposeFor(positives, tape, measures);

    /// <summary>The composition where these candidates are the queries' positives.</summary>
    public Tensor<T>? ComposeFor<T>(int[] own, Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool leavesSelf = excludesSelf;
        Tensor<T> chosen = BatchSteps.Choice(tape, measures.Shape, (i, j) => own[i] == j);
        Tensor<T> positive = tape.Sum(tape.Multiply(chosen, measures), [1], keepDimensions: true);
        if (margin.Compose(tape, positive) is not { } shifted)
        {
            return null;
        }

        Tensor<T> logits = tape.Scale(tape.Where(chosen, shifted, measures), scale);
        return tape.Subtract(
            BatchSteps.LogSum(tape, logits, (i, j) => !leavesSelf || i != j),
            tape.Scale(tape.Reshape(shifted, new Shape(own.Length)), scale));
    }
}
