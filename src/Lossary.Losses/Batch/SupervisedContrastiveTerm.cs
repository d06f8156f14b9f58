using System.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>
/// The mean of −ln softmax over all others of the query's class; a query that is alone in its class does not count.
/// </summary>
internal readonly struct SupervisedContrastiveTerm(double scale, int[] labels) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T factor = T.CreateTruncating(scale), sum = T.Zero;
        TensorPrimitives.Multiply(measures, factor, measures);
        measures[row] = T.NegativeInfinity;
        int label = labels[row], count = 0;
        for (int j = 0; j < measures.Length; j++)
        {
            if (labels[j] == label && j != row)
            {
                sum += measures[j];
                count++;
            }
        }

        if (count == 0)
        {
            weight = T.Zero;
            return T.Zero;
        }

        weight = T.One;
        T share = T.One / T.CreateTruncating(count), target = sum * share;
        RowSoftmax<T> softmax = RowSoftmax<T>.Of(measures);
        for (int j = 0; j < measures.Length; j++)
        {
            measures[j] -= labels[j] == label && j != row ? share : T.Zero;
        }

        TensorPrimitives.Multiply(measures, factor, measures);
        return softmax.Above(target);
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] classes = labels;
        Tensor<T> shares = BatchSteps.Choice(tape, measures.Shape, (i, j) => i != j && classes[i] == classes[j]);
        Tensor<T> counts = tape.Rent(new Shape(classes.Length)), nothing = tape.Constant(new Shape(1), [T.Zero]);
        for (int i = 0; i < classes.Length; i++)
        {
            Span<T> row = shares.Values.Slice(i * classes.Length, classes.Length);
            int count = row.Length - row.Count(T.Zero);
            counts.Values[i] = T.CreateTruncating(count);
            TensorPrimitives.Divide(row, T.Max(counts.Values[i], T.One), row);
        }

        Tensor<T> logits = tape.Scale(measures, scale);
        Tensor<T> target = tape.Sum(tape.Multiply(shares, logits), [1]);
        return tape.Where(counts, tape.Subtract(BatchSteps.LogSum(tape, logits, (i, j) => i != j), target), nothing);
    }
}
