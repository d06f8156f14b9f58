using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// A right factor laid out once, in panels as wide as a register tile, for many products with few rows each: the steps
/// of a recurrence, the blocks of an attention.
/// </summary>
/// <remarks>
/// A panel's rows follow each other without a gap: read with the distance of whole rows, often a multiple of 2 KiB,
/// they would compete for a few sets of the first cache. Columns come in whole cache lines; what is not placed is 0.
/// </remarks>
internal readonly unsafe struct PackedFactor<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A transposing copy reads this many neighbours at a time: a cache line of floats.</summary>
    private const int Block = 16;

    private readonly T* _panels;
    private readonly int _inner;
    private readonly int _columns;

    /// <summary>Makes a factor of zeros.</summary>
    /// <param name="panels">As many numbers as the factor has, pinned.</param>
    /// <param name="inner">How many rows.</param>
    /// <param name="columns">How many columns; whole cache lines.</param>
    public PackedFactor(T* panels, int inner, int columns)
    {
        _panels = panels;
        _inner = inner;
        _columns = columns;
        new Span<T>(panels, checked(inner * columns)).Clear();
    }

    /// <summary>A tile's columns: four of the widest lanes; two where 16 registers hold the sums.</summary>
    private static int PanelColumns => Wide512<T>.IsAccelerated
        ? 4 * Wide512<T>.Width
        : Wide256<T>.IsAccelerated ? 2 * Wide256<T>.Width : AlignedMemory.RoundUp<T>(1);

    /// <summary>Copies a matrix into a part of the factor.</summary>
    /// <param name="source">Shape <c>[rows, columns]</c>; one of its distances is 1.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="firstRow">Where its first row goes.</param>
    /// <param name="firstColumn">Where its first column goes.</param>
    public void Place(StridedRows<T> source, int rows, int columns, int firstRow = 0, int firstColumn = 0)
    {
        int end = firstColumn + columns;
        for (int column = firstColumn; column < end;)
        {
            int panel = column / PanelColumns * PanelColumns, width = Math.Min(PanelColumns, _columns - panel);
            int count = Math.Min(panel + width, end) - column;
            StridedRows<T> part = source.Moved((column - firstColumn) * source.Step);
            T* to = _panels + ((nint)_inner * panel) + ((nint)firstRow * width) + (column - panel);
            if (source.Step == 1)
            {
                StridedRows<T>.Copy(part, new(to, width), rows, count);
            }
            else
            {
                Cross(part, to, width, rows, count);
            }

            column += count;
        }
    }

    /// <summary>output = start + left · factor, or the first rows and columns of the factor.</summary>
    /// <param name="left">Shape <c>[rows, inner]</c>.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="start">What is added, <c>[rows, columns]</c>; may be the output; default for nothing.</param>
    /// <param name="output">Shape <c>[rows, columns]</c>.</param>
    /// <param name="inner">How many rows of the factor take part; −1 for all.</param>
    /// <param name="columns">How many columns of the factor, whole cache lines; −1 for all.</param>
    public void Multiply(
        StridedRows<T> left, int rows, StridedRows<T> start, StridedRows<T> output, int inner = -1, int columns = -1)
    {
        inner = inner < 0 ? _inner : inner;
        columns = columns < 0 ? _columns : columns;
        if (Wide512<T>.IsAccelerated)
        {
            Multiply<Wide512<T>>(left, rows, start, output, inner, columns);
        }
        else if (Wide256<T>.IsAccelerated)
        {
            Multiply<Wide256<T>>(left, rows, start, output, inner, columns);
        }
        else
        {
            Multiply<Scalar<T>>(left, rows, start, output, inner, columns);
        }
    }

    private void Multiply<TLane>(
        StridedRows<T> left, int rows, StridedRows<T> start, StridedRows<T> output, int inner, int columns)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        PackedTile<TLane, T, WidthFour> tile = new() { Left = left, Rows = rows, Inner = inner };
        for (int column = 0; column < columns; column += PanelColumns)
        {
            int width = Math.Min(PanelColumns, _columns - column), used = Math.Min(width, columns - column);
            tile.PanelStride = width;
            for (int lane = 0; lane < used; lane += 4 * TLane.Width)
            {
                tile.Panel = _panels + ((nint)_inner * column) + lane;
                tile.Output = output.Moved(column + lane);
                tile.Start = start.At == 0 ? start : start.Moved(column + lane);
                Run(in tile, Math.Min(4, (used - lane) / TLane.Width));
            }
        }
    }

    private static void Run<TLane>(in PackedTile<TLane, T, WidthFour> tile, int lanes)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        switch (lanes)
        {
            case 1:
                HotLoop.Run(As<TLane, WidthOne>(in tile));
                break;
            case 2:
                HotLoop.Run(As<TLane, WidthTwo>(in tile));
                break;
            case 3:
                HotLoop.Run(As<TLane, WidthThree>(in tile));
                break;
            default:
                HotLoop.Run(tile);
                break;
        }
    }

    /// <summary>The same tile, another width.</summary>
    private static PackedTile<TLane, T, TWidth> As<TLane, TWidth>(in PackedTile<TLane, T, WidthFour> tile)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where TWidth : struct, ITileWidth => new()
        {
            Left = tile.Left,
            Panel = tile.Panel,
            PanelStride = tile.PanelStride,
            Start = tile.Start,
            Output = tile.Output,
            Rows = tile.Rows,
            Inner = tile.Inner,
        };

    private static void Cross(StridedRows<T> source, T* to, nint width, int rows, int columns)
    {
        for (nint block = 0; block < rows; block += Block)
        {
            nint end = Math.Min(block + Block, rows);
            for (nint column = 0; column < columns; column++)
            {
                T* at = source.Pointer + (column * source.Step);
                for (nint row = block; row < end; row++)
                {
                    to[(row * width) + column] = at[row * source.Stride];
                }
            }
        }
    }
}
