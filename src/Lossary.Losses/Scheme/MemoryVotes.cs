using System.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>What samples of a memory say of a query, the more the more alike they are; without a gradient.</summary>
internal static class MemoryVotes
{
    /// <summary>Takes the votes of all remembered samples on one query.</summary>
    /// <param name="row">Which query.</param>
    /// <param name="votes">Their shares, <c>[m]</c>.</param>
    public delegate void Reader<T>(int row, Span<T> votes);

    /// <summary>Shows the softmax of each query's cosines with the memory; nothing where this is empty.</summary>
    /// <remarks>Cosines stand in memory in blocks of rows, as those of <see cref="BatchTermsOperation"/>.</remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="queries">Unit vectors, <c>[n, d]</c>.</param>
    /// <param name="memory">Unit vectors, <c>[m, d]</c>.</param>
    /// <param name="temperature">What cosines are divided by.</param>
    /// <param name="read">Is shown each row once.</param>
    public static void Read<T>(
        Tape<T> tape, Tensor<T> queries, Tensor<T> memory, double temperature, Reader<T> read)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (memory.Shape[0] == 0)
        {
            return;
        }

        T scale = T.CreateTruncating(1 / temperature);
        BatchMatrix<T> cosines = BatchMatrix<T>.Rent(tape, PairMeasure.Dot, queries, memory);
        for (int start = 0; start < cosines.Rows; start += cosines.BlockRows)
        {
            cosines.Compute(tape, start);
            for (int row = 0; row < cosines.CountFrom(start); row++)
            {
                Span<T> votes = cosines.Memory.AsSpan(row * cosines.Columns, cosines.Columns);
                TensorPrimitives.Multiply(votes, scale, votes);
                RowSoftmax<T>.Of(votes);
                read(start + row, votes);
            }
        }
    }

    /// <summary>Adds a row of shares times a factor.</summary>
    public static void AddTo<T>(Span<T> sums, ReadOnlySpan<T> row, T factor)
        where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.MultiplyAdd(row, factor, sums, sums);
}
