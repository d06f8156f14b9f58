using System.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

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

    /// <inheritdoc/>
    /// <remarks>Which candidates are the nearest is held.</remarks>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = measures.Shape[0], classes = measures.Shape[1] / kinds;
        Tensor<T> indices = tape.Rent(new Shape(rows, classes));
        for (int i = 0; i < indices.Values.Length; i++)
        {
            int nearest = TensorPrimitives.IndexOfMax<T>(measures.Values.Slice(i * kinds, kinds));
            indices.Values[i] = T.CreateTruncating((i * kinds) + nearest);
        }

        Tensor<T> all = tape.Reshape(measures, new Shape(measures.Shape.Length));
        return softmax.ComposeFor(targets, tape, tape.Gather(all, indices));
    }
}
