using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What share of a row's target each class has: one policy struct each.</summary>
internal interface IShares<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// The shares of <paramref name="count"/> classes from <paramref name="offset"/> on; 0 after them.
    /// </summary>
    static abstract TLane Share<TLane>(
        in ClassRows<T> rows, int row, int offset, int count, TLane ramp, double smoothing)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>;
}

/// <summary>1 − ε for the target class, and ε spread over all.</summary>
internal readonly struct SmoothedIndex<T> : IShares<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe TLane Share<TLane>(
        in ClassRows<T> rows, int row, int offset, int count, TLane ramp, double smoothing)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        double low = smoothing / rows.Classes;
        TLane distance = ramp + TLane.Constant(offset - rows.Targets[row]);
        return TLane.WhereLess(TLane.Abs(distance), 0.5, TLane.Constant(1 - smoothing + low), TLane.Constant(low));
    }
}

/// <summary>A row of shares, smoothed likewise.</summary>
internal readonly struct SmoothedShares<T> : IShares<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe TLane Share<TLane>(
        in ClassRows<T> rows, int row, int offset, int count, TLane ramp, double smoothing)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        TLane share = TLane.LoadFirst(ref *rows.Shares, ((nint)row * rows.Classes) + offset, count, 0);
        return (TLane.Constant(1 - smoothing) * share) + TLane.Constant(smoothing / rows.Classes);
    }
}
