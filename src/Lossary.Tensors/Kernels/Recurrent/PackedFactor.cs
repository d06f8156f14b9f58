using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// A right factor laid out once, in panels as wide as a register tile, for the many small products of a recurrence.
/// </summary>
/// <remarks>
/// A panel's rows follow each other without a gap: read with the distance of whole rows, often a multiple of 2 KiB,
/// they would compete for a few sets of the first cache. Columns are padded with zeros to whole cache lines.
/// </remarks>
internal readonly unsafe struct PackedFactor<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T* _panels;
    private readonly int _inner;
    private readonly int _columns;

    /// <summary>Lays a factor out.</summary>
    /// <param name="rows">The factor, row by row; each row a whole number of cache lines.</param>
    /// <param name="inner">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="panels">Receives as many numbers, pinned; apart from the rows.</param>
    public PackedFactor(T* rows, int inner, int columns, T* panels)
    {
        _panels = panels;
        _inner = inner;
        _columns = columns;
        for (int column = 0; column < columns; column += PanelColumns)
        {
            int width = Math.Min(PanelColumns, columns - column);
            T* panel = panels + ((nint)inner * column);
            for (nint row = 0; row < inner; row++)
            {
                new ReadOnlySpan<T>(rows + (row * columns) + column, width).CopyTo(
                    new Span<T>(panel + (row * width), width));
            }
        }
    }

    private static int PanelColumns => Wide512<T>.IsAccelerated
        ? 4 * Wide512<T>.Width
        : Wide256<T>.IsAccelerated ? 2 * Wide256<T>.Width : 2 * AlignedMemory.RoundUp<T>(1);

    /// <summary>output = start + left · factor.</summary>
    /// <param name="left">Shape <c>[rows, inner]</c>, rows <paramref name="leftStride"/> apart.</param>
    /// <param name="leftStride">The distance of rows.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="start">
    /// What is added, <c>[rows, columns]</c>, or with a stride of 0 <c>[columns]</c>; null for nothing; may be the output.
    /// </param>
    /// <param name="startStride">The distance of its rows.</param>
    /// <param name="output">Shape <c>[rows, columns]</c>.</param>
    /// <param name="outputStride">The distance of its rows.</param>
    public void Multiply(
        T* left, nint leftStride, int rows, T* start, nint startStride, T* output, nint outputStride)
    {
        if (Wide512<T>.IsAccelerated)
        {
            Multiply<Wide512<T>>(left, leftStride, rows, start, startStride, output, outputStride);
        }
        else if (Wide256<T>.IsAccelerated)
        {
            Multiply<Wide256<T>>(left, leftStride, rows, start, startStride, output, outputStride);
        }
        else
        {
            Multiply<Scalar<T>>(left, leftStride, rows, start, startStride, output, outputStride);
        }
    }

    private void Multiply<TLane>(
        T* left, nint leftStride, int rows, T* start, nint startStride, T* output, nint outputStride)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        ProductPanel<TLane, T, FourLanes> panel = new()
        {
            Left = left,
            LeftRowStride = leftStride,
            LeftInnerStride = 1,
            StartStride = startStride,
            OutputStride = outputStride,
            Rows = rows,
            Inner = _inner,
        };
        for (int column = 0; column < _columns; column += PanelColumns)
        {
            int width = Math.Min(PanelColumns, _columns - column);
            panel.RightStride = width;
            for (int lane = 0; lane < width; lane += 4 * TLane.Width)
            {
                panel.Right = _panels + ((nint)_inner * column) + lane;
                panel.Output = output + column + lane;
                panel.Start = start == null ? null : start + column + lane;
                Run(in panel, Math.Min(4, (width - lane) / TLane.Width));
            }
        }
    }

    private static void Run<TLane>(in ProductPanel<TLane, T, FourLanes> panel, int lanes)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        switch (lanes)
        {
            case 1:
                HotLoop.Run(panel.With<OneLane>());
                break;
            case 2:
                HotLoop.Run(panel.With<TwoLanes>());
                break;
            case 3:
                HotLoop.Run(panel.With<ThreeLanes>());
                break;
            default:
                HotLoop.Run(panel);
                break;
        }
    }
}
