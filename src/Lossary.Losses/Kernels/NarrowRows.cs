using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// <see cref="ExponentialRows{TLane, T, TOutput}"/> for rows that fit in one lane: the exponentials wait in whole lanes of
/// scratch, because a masked store does not forward to the load that follows it.
/// </summary>
internal readonly ref struct NarrowExponentials<TLane, T>(
    ref T scores, ref T kept, int rows, int classes, ref T largest, ref T sums) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ref T _scores = ref scores;
    private readonly ref T _kept = ref kept;
    private readonly int _rows = rows;
    private readonly int _classes = classes;
    private readonly ref T _largest = ref largest;
    private readonly ref T _sums = ref sums;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        for (int k = 0; k < _rows; k++)
        {
            TLane x = TLane.LoadFirst(ref _scores, (nint)k * _classes, _classes, double.NegativeInfinity);
            T largest = TLane.Largest(x);
            TLane top = TLane.Spread(largest);
            TLane e = RowExponential.Below(x, top);
            TLane.Store(e, ref _kept, (nint)k * TLane.Width);
            T ties = TLane.Sum(TLane.WhereAtMost(top, x, 1, 0));
            Unsafe.Add(ref _largest, k) = largest;
            Unsafe.Add(ref _sums, k) =
                TLane.Sum(TLane.WhereAtMost(top, x, 0, e)) + (ties - T.One) + (largest - largest);
        }

        return 0;
    }
}

/// <summary><see cref="ClassGradientRows{TLane, T}"/> for rows that fit in one lane.</summary>
internal readonly ref struct NarrowGradient<TLane, T>(
    ref T kept, ref T gradient, ref int targets, ref T ramp, int rows, int classes, ref T factors, ref T slopes) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    private readonly ref T _kept = ref kept;
    private readonly ref T _gradient = ref gradient;
    private readonly ref int _targets = ref targets;
    private readonly ref T _ramp = ref ramp;
    private readonly int _rows = rows;
    private readonly int _classes = classes;
    private readonly ref T _factors = ref factors;
    private readonly ref T _slopes = ref slopes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TLane ramp = TLane.Load(ref _ramp, 0);
        for (int k = 0; k < _rows; k++)
        {
            int target = Unsafe.Add(ref _targets, k);
            TLane scaled = TLane.Load(ref _kept, (nint)k * TLane.Width) * TLane.Spread(Unsafe.Add(ref _factors, k));
            TLane atTarget = TLane.Spread(Unsafe.Add(ref _slopes, k));
            TLane row = TLane.WhereLess(TLane.Abs(ramp - TLane.Constant(target)), 0.5, atTarget, scaled);

            // Not by a factor of 0: a row that is out may hold NaN.
            TLane.StoreFirst(target < 0 ? 0 : row, ref _gradient, (nint)k * _classes, _classes);
        }

        return 0;
    }
}
