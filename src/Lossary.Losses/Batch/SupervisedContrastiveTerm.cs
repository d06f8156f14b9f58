using System.Numerics;
using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>The mean of −ln softmax over all others of the query's class; a query that is alone in its class does not count.</summary>
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
}
