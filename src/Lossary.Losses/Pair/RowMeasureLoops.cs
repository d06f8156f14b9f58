using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Where the rows of two matrices lie, and what comes of them.</summary>
/// <param name="X">The left rows, <c>[n, width]</c>.</param>
/// <param name="Y">The right rows, <c>[n, width]</c>.</param>
/// <param name="Values">Each pair's measure, <c>[n]</c>.</param>
/// <param name="Parts">Each pair's derivatives by its three sums, <c>[n, 3]</c>.</param>
/// <param name="Upstream">The gradient of the measures, <c>[n]</c>; backward only.</param>
/// <param name="ByX">The gradient of the left rows, or null.</param>
/// <param name="ByY">The gradient of the right rows, or null.</param>
internal readonly unsafe record struct RowPointers<T>(
    nint X, nint Y, nint Values, nint Parts, nint Upstream, nint ByX, nint ByY)
    where T : unmanaged
{
    public required int Width { get; init; }

    public bool AddsToX { get; init; }

    public bool AddsToY { get; init; }

    public T* Row(nint start, nint row) => (T*)start + (row * Width);
}

/// <summary>The measures of some pairs of rows.</summary>
internal readonly unsafe ref struct RowMeasureLoop<TMeasure, TLane, T>(
    TMeasure measure, RowPointers<T> at, int start, int count) : ILoop
    where TMeasure : struct, IRowMeasure
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TMeasure _measure = measure;
    private readonly RowPointers<T> _at = at;
    private readonly int _start = start;
    private readonly int _count = count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        int width = _at.Width, whole = width & ~(TLane.Width - 1);
        for (int row = _start; row < _start + _count; row++)
        {
            T* x = _at.Row(_at.X, row), y = _at.Row(_at.Y, row);
            TLane first = 0, second = 0, third = 0;
            for (int i = 0; i < whole; i += TLane.Width)
            {
                _measure.Add(TLane.Load(ref *x, i), TLane.Load(ref *y, i), ref first, ref second, ref third);
            }

            double rest = 0, restSecond = 0, restThird = 0;
            if (whole < width)
            {
                TLane one = 0, two = 0, three = 0;
                int tail = width - whole;
                _measure.Add(
                    TLane.LoadFirst(ref *x, whole, tail, 0), TLane.LoadFirst(ref *y, whole, tail, 0), ref one, ref two,
                    ref three);
                rest = TLane.SumOfFirst(one, tail);
                if (!TMeasure.HasOneSum)
                {
                    restSecond = TLane.SumOfFirst(two, tail);
                    restThird = TLane.SumOfFirst(three, tail);
                }
            }

            rest += TLane.SumToDouble(first);
            if (!TMeasure.HasOneSum)
            {
                restSecond += TLane.SumToDouble(second);
                restThird += TLane.SumToDouble(third);
            }

            double value = _measure.Value(
                rest, restSecond, restThird, out double byFirst, out double bySecond, out double byThird);
            ((T*)_at.Values)[row] = T.CreateTruncating(value);
            T* parts = (T*)_at.Parts + (3 * row);
            parts[0] = T.CreateTruncating(byFirst);
            parts[1] = T.CreateTruncating(bySecond);
            parts[2] = T.CreateTruncating(byThird);
        }

        return 0;
    }
}

/// <summary>The gradients of some pairs of rows.</summary>
internal readonly unsafe ref struct RowGradientLoop<TMeasure, TLane, T>(
    TMeasure measure, RowPointers<T> at, int start, int count) : ILoop
    where TMeasure : struct, IRowMeasure
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TMeasure _measure = measure;
    private readonly RowPointers<T> _at = at;
    private readonly int _start = start;
    private readonly int _count = count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        int width = _at.Width, whole = width & ~(TLane.Width - 1);
        for (int row = _start; row < _start + _count; row++)
        {
            T* x = _at.Row(_at.X, row), y = _at.Row(_at.Y, row);
            T* byX = _at.ByX == 0 ? null : _at.Row(_at.ByX, row), byY = _at.ByY == 0 ? null : _at.Row(_at.ByY, row);
            T* parts = (T*)_at.Parts + (3 * row);
            T upstream = ((T*)_at.Upstream)[row];
            TLane first = TLane.Spread(Part(upstream, parts[0]));
            TLane second = TLane.Spread(Part(upstream, parts[1])), third = TLane.Spread(Part(upstream, parts[2]));
            for (int i = 0; i < whole; i += TLane.Width)
            {
                _measure.Slopes(
                    TLane.Load(ref *x, i), TLane.Load(ref *y, i), first, second, third, out TLane slopeX,
                    out TLane slopeY);
                if (byX != null)
                {
                    TLane.Store(_at.AddsToX ? TLane.Load(ref *byX, i) + slopeX : slopeX, ref *byX, i);
                }

                if (byY != null)
                {
                    TLane.Store(_at.AddsToY ? TLane.Load(ref *byY, i) + slopeY : slopeY, ref *byY, i);
                }
            }

            if (whole < width)
            {
                int tail = width - whole;
                _measure.Slopes(
                    TLane.LoadFirst(ref *x, whole, tail, 0), TLane.LoadFirst(ref *y, whole, tail, 0), first, second,
                    third,
                    out TLane slopeX, out TLane slopeY);
                Finish(byX, whole, tail, slopeX, _at.AddsToX);
                Finish(byY, whole, tail, slopeY, _at.AddsToY);
            }
        }

        return 0;
    }

    /// <summary>What does not count has no gradient, whatever its own derivative is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Part(T upstream, T part) => upstream == T.Zero ? T.Zero : upstream * part;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(T* gradient, int offset, int count, TLane slope, bool adds)
    {
        if (gradient != null)
        {
            TLane sum = adds ? TLane.LoadFirst(ref *gradient, offset, count, 0) + slope : slope;
            TLane.StoreFirst(sum, ref *gradient, offset, count);
        }
    }
}
