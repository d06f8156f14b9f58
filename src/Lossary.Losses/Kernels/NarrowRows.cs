using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// <see cref="ExponentialRows{TLane, T, TOutput}"/> for rows of few classes, which lie transposed in scratch: a lane
/// holds one class of as many rows as it has slots, so that none is empty and nothing is summed across a lane.
/// </summary>
internal readonly ref struct NarrowExponentials<TLane, T>(RowScratch<T> scratch, int rows, int classes) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RowScratch<T> _scratch = scratch;
    private readonly int _rows = rows;
    private readonly int _classes = classes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe double Run()
    {
        RowScratch<T> scratch = _scratch;
        for (int k = 0; k < _rows; k += TLane.Width)
        {
            ref T first = ref scratch.Columns[k];
            nint end = (nint)_classes * RowScratch<T>.Rows;
            TLane top = double.NegativeInfinity;
            for (nint i = 0; i < end; i += RowScratch<T>.Rows)
            {
                top = TLane.AtLeast(top, TLane.Load(ref first, i));
            }

            TLane sum = 0, ties = 0;
            for (nint i = 0; i < end; i += RowScratch<T>.Rows)
            {
                TLane x = TLane.Load(ref first, i);
                TLane e = RowExponential.Below(x, top);
                TLane.Store(e, ref first, i);
                sum += TLane.WhereAtMost(top, x, 0, e);
                ties += TLane.WhereAtMost(top, x, 1, 0);
            }

            TLane.Store(top, ref *scratch.Largest, k);
            TLane.Store(sum + (ties - 1) + (top - top), ref *scratch.Sums, k);
        }

        return 0;
    }
}

/// <summary>
/// Scales the transposed exponentials by each row's factor; the slopes at the targets are not its business.
/// </summary>
internal readonly ref struct NarrowGradient<TLane, T>(RowScratch<T> scratch, int rows, int classes) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RowScratch<T> _scratch = scratch;
    private readonly int _rows = rows;
    private readonly int _classes = classes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe double Run()
    {
        RowScratch<T> scratch = _scratch;
        for (int k = 0; k < _rows; k += TLane.Width)
        {
            ref T first = ref scratch.Columns[k];
            TLane factor = TLane.Load(ref *scratch.Sums, k);
            nint end = (nint)_classes * RowScratch<T>.Rows;
            for (nint i = 0; i < end; i += RowScratch<T>.Rows)
            {
                TLane.Store(TLane.Load(ref first, i) * factor, ref first, i);
            }
        }

        return 0;
    }
}
