using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Makes a square symmetric, a pair of tiles at a time, which stay in the first cache.</summary>
internal readonly unsafe struct SymmetricTiles<T> : IRangeJob
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Tile = 32;

    private readonly T* _square;
    private readonly int _order;
    private readonly bool _adds;

    private SymmetricTiles(T* square, int order, bool adds)
    {
        _square = square;
        _order = order;
        _adds = adds;
    }

    /// <summary>Writes U + Uᵀ over U.</summary>
    /// <param name="square">U, <c>[order, order]</c>.</param>
    /// <param name="order">How many rows and columns.</param>
    public static void Add(T* square, int order) => Run(square, order, adds: true);

    /// <summary>Copies what stands right of the diagonal to the left of it.</summary>
    /// <param name="square">Shape <c>[order, order]</c>.</param>
    /// <param name="order">How many rows and columns.</param>
    public static void Mirror(T* square, int order) => Run(square, order, adds: false);

    /// <inheritdoc/>
    public void Run(int start, int count)
    {
        T* copy = stackalloc T[Tile * Tile];
        for (int band = start * Tile; band < (start + count) * Tile; band += Tile)
        {
            for (int other = band; other < _order; other += Tile)
            {
                int rows = int.Min(Tile, _order - band), columns = int.Min(Tile, _order - other);
                T* upper = At(band, other), lower = At(other, band);
                if (_adds)
                {
                    AddCrossed(upper, lower, rows, columns, copy);
                }

                if (other > band)
                {
                    RowCopy.Cross(upper, _order, lower, _order, rows, columns);
                }
                else if (!_adds)
                {
                    MirrorTile(upper, rows);
                }
            }
        }
    }

    private static void Run(T* square, int order, bool adds) =>
        WorkerPool.Shared.RunRanges((order + Tile - 1) / Tile, 1, new SymmetricTiles<T>(square, order, adds));

    /// <summary>Adds the lower tile, crossed, to the upper one.</summary>
    private void AddCrossed(T* upper, T* lower, int rows, int columns, T* copy)
    {
        RowCopy.Cross(lower, _order, copy, Tile, columns, rows);
        int whole = columns & ~(Vector<T>.Count - 1);
        for (int i = 0; i < rows; i++, upper += _order, copy += Tile)
        {
            for (int j = 0; j < whole; j += Vector<T>.Count)
            {
                Vector.Store(Vector.Load(upper + j) + Vector.Load(copy + j), upper + j);
            }

            for (int j = whole; j < columns; j++)
            {
                upper[j] += copy[j];
            }
        }
    }

    private void MirrorTile(T* tile, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < i; j++)
            {
                tile[((nint)i * _order) + j] = tile[((nint)j * _order) + i];
            }
        }
    }

    private T* At(int row, int column) => _square + ((nint)row * _order) + column;
}
