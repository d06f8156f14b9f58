using System.Numerics;
using System.Numerics.Tensors;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>U + Uᵀ over a square U, a pair of tiles at a time.</summary>
/// <remarks>
/// Rows of the matrix are read and written in order; only a copy of a tile, which stays in the first cache, is walked
/// by columns, and its rows are an odd length apart so that they do not compete for the same places there.
/// </remarks>
internal readonly unsafe struct SymmetricSum<T>(T* square, int order) : IRangeJob
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Tile = 32;
    private const int Stride = Tile + 1;

    /// <summary>Writes U + Uᵀ over U.</summary>
    /// <param name="square">U, <c>[order, order]</c>.</param>
    /// <param name="order">How many rows and columns.</param>
    public static void Run(T* square, int order) =>
        WorkerPool.Shared.RunRanges((order + Tile - 1) / Tile, 1, new SymmetricSum<T>(square, order));

    /// <inheritdoc/>
    public void Run(int start, int count)
    {
        T* copy = stackalloc T[Tile * Stride];
        for (int band = start * Tile; band < (start + count) * Tile; band += Tile)
        {
            for (int other = band; other < order; other += Tile)
            {
                Add(band, other, copy);
            }
        }
    }

    private void Add(int band, int other, T* copy)
    {
        int rows = int.Min(Tile, order - band), columns = int.Min(Tile, order - other);
        for (int j = 0; j < columns; j++)
        {
            T* from = square + ((nint)(other + j) * order) + band;
            for (int i = 0; i < rows; i++)
            {
                copy[(i * Stride) + j] = from[i];
            }
        }

        for (int i = 0; i < rows; i++)
        {
            Span<T> to = new(square + ((nint)(band + i) * order) + other, columns);
            Span<T> sums = new(copy + (i * Stride), columns);
            TensorPrimitives.Add(to, sums, sums);
            sums.CopyTo(to);
        }

        for (int j = 0; j < columns && other != band; j++)
        {
            T* to = square + ((nint)(other + j) * order) + band;
            for (int i = 0; i < rows; i++)
            {
                to[i] = copy[(i * Stride) + j];
            }
        }
    }
}
