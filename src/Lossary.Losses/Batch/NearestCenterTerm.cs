using System.Numerics;
using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A softmax over classes of several candidates each, of which the most similar stands for its class.
/// </summary>
/// <param name="softmax">The softmax over the candidates that are left.</param>
/// <param name="targets">Each query's class, <c>[n]</c>.</param>
/// <param name="kinds">How many candidates a class has; those of one class stand together.</param>
internal readonly struct NearestCenterTerm(SoftmaxTerm<AngleMargin> softmax, int[] targets, int kinds) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.One;
        int positive = 0;
        for (int start = 0; start < measures.Length; start += kinds)
        {
            Span<T> own = measures.Slice(start, kinds);
            int nearest = TensorPrimitives.IndexOfMax<T>(own);
            positive = start == targets[row] * kinds ? start + nearest : positive;
            T largest = own[nearest];
            own.Fill(T.NegativeInfinity);
            own[nearest] = largest;
        }

        return softmax.Above(row, positive, measures);
    }
}
