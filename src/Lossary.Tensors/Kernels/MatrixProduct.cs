using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Products of small and medium matrices on the calling thread.</summary>
/// <remarks>
/// Register tiles over the widest lane the machine has. The left factor is read where it lies, in either orientation;
/// the right one is packed only when it is transposed or its columns do not fill whole lanes. Sums run in index order
/// by fused multiply-adds: the same bits on every machine.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>output = start + left · right.</summary>
    /// <param name="left">The left factor, <c>[rows, inner]</c>.</param>
    /// <param name="right">The right factor, <c>[inner, columns]</c>.</param>
    /// <param name="bias">Shape <c>[columns]</c>, added to every row; or empty.</param>
    /// <param name="output">Shape <c>[rows, columns]</c>; apart from the factors.</param>
    /// <param name="accumulate">True to add to what the output holds; then there must be no bias.</param>
    /// <param name="tape">Where a packed right factor is put.</param>
    public static void Multiply<T>(
        in Matrix<T> left, in Matrix<T> right, ReadOnlySpan<T> bias, Span<T> output, bool accumulate, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Wide512<T>.IsAccelerated)
        {
            Panels<Wide512<T>, T>(in left, in right, bias, output, accumulate, tape, widest: 4);
        }
        else if (Wide256<T>.IsAccelerated)
        {
            // 16 registers hold 4 × 2 sums, and what feeds them.
            Panels<Wide256<T>, T>(in left, in right, bias, output, accumulate, tape, widest: 2);
        }
        else
        {
            Panels<Scalar<T>, T>(in left, in right, bias, output, accumulate, tape, widest: 2);
        }
    }

    private static void Panels<TLane, T>(
        in Matrix<T> left, in Matrix<T> right, ReadOnlySpan<T> bias, Span<T> output, bool accumulate, Tape<T> tape,
        int widest)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int columns = right.Columns, stride = (columns + TLane.Width - 1) / TLane.Width * TLane.Width;
        bool isRagged = stride != columns, isPacked = isRagged || right.IsTransposed;
        int packedLength = isPacked ? stride * right.Rows : 0, rowsLength = isRagged ? stride * left.Rows : 0;
        Span<T> workspace = tape.Workspace(packedLength + rowsLength + stride);
        Span<T> packed = isPacked ? workspace[..packedLength] : default;
        Span<T> rows = isRagged ? workspace.Slice(packedLength, rowsLength) : output;
        if (isPacked)
        {
            PanelPacking.Pack(in right, packed, stride);
        }

        if (isRagged && accumulate)
        {
            RowCopy.Copy(output, columns, rows, stride, columns);
        }

        if (isRagged && !bias.IsEmpty)
        {
            Span<T> padded = workspace.Slice(packedLength + rowsLength, stride);
            bias.CopyTo(padded);
            bias = padded;
        }

        Lanes<TLane, T>(in left, isPacked ? packed : right.Values, bias, rows, stride, accumulate, widest);
        if (isRagged)
        {
            RowCopy.Copy(rows, stride, output, columns, columns);
        }
    }

    /// <summary>The product where right factor, bias and output have rows of whole lanes.</summary>
    private static void Lanes<TLane, T>(
        in Matrix<T> left, ReadOnlySpan<T> right, ReadOnlySpan<T> bias, Span<T> output, int stride, bool accumulate,
        int widest)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* a = left.Values, b = right, start = bias, c = output)
        {
            ProductPanel<TLane, T, FourLanes> panel = default;
            panel.Left = a;
            panel.LeftRowStride = left.IsTransposed ? 1 : left.StoredColumns;
            panel.LeftInnerStride = left.IsTransposed ? left.StoredColumns : 1;
            panel.RightStride = stride;
            panel.StartStride = accumulate ? stride : 0;
            panel.OutputStride = stride;
            panel.Rows = left.Rows;
            panel.Inner = left.Columns;
            for (int column = 0; column < stride; column += widest * TLane.Width)
            {
                panel.Right = b + column;
                panel.Output = c + column;
                panel.Start = accumulate ? c + column : start == null ? null : start + column;
                Run(in panel, Math.Min(widest, (stride - column) / TLane.Width));
            }
        }
    }

    private static void Run<TLane, T>(in ProductPanel<TLane, T, FourLanes> panel, int width)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        switch (width)
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
