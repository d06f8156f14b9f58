using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What share of a row's target each class has: one policy struct each.</summary>
internal interface IShares<T>
    where T : unmanaged
{
    /// <summary>The shares qₖ of one lane of classes.</summary>
    static abstract TLane Share<TLane>(
        in LogProbabilityBuffers<T> at, int row, int classes, int offset, int count, TLane ramp, TLane low, TLane high)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>;
}

/// <summary>1 − ε for the target class, and ε spread over all.</summary>
internal readonly struct SmoothedIndex<T> : IShares<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Share<TLane>(
        in LogProbabilityBuffers<T> at, int row, int classes, int offset, int count, TLane ramp, TLane low, TLane high)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        TLane distance = ramp + TLane.Constant(offset - Unsafe.Add(ref at.Targets, row));
        return TLane.WhereLess(TLane.Abs(distance), 0.5, high, low);
    }
}

/// <summary>A row of shares.</summary>
internal readonly struct Distribution<T> : IShares<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Share<TLane>(
        in LogProbabilityBuffers<T> at, int row, int classes, int offset, int count, TLane ramp, TLane low, TLane high)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T> =>
        TLane.LoadFirst(ref at.Shares, ((nint)row * classes) + offset, count, 0);
}

/// <summary>Σₖ qₖ wₖ f(ℓₖ) over all classes of some rows; the gradient is qⱼ wⱼ f′(ℓⱼ) − pⱼ Σₖ qₖ wₖ f′(ℓₖ).</summary>
internal readonly ref struct SoftTargetSweep<TLoss, TLane, T, TShares, TWeighting>(
    TLoss loss, LogProbabilityBuffers<T> at, int first, int rows, int classes, int ignored, double smoothing, double scale) : ILoop
    where TLoss : struct, ILogProbabilityLoss<TLoss>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    where TShares : struct, IShares<T>
    where TWeighting : struct, IWeighting<T>
{
    private readonly TLoss _loss = loss;
    private readonly LogProbabilityBuffers<T> _at = at;
    private readonly int _first = first;
    private readonly int _rows = rows;
    private readonly int _classes = classes;
    private readonly int _ignored = ignored;
    private readonly double _smoothing = smoothing;
    private readonly double _scale = scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TLoss loss = _loss;
        LogProbabilityBuffers<T> at = _at;
        int classes = _classes;
        TLane ramp = TLane.Load(ref at.Scratch, 64);
        TLane low = TLane.Constant(_smoothing / classes);
        TLane high = TLane.Constant(1 - _smoothing + (_smoothing / classes));
        TLane scale = _scale;
        double sum = 0;
        for (int row = _first; row < _first + _rows; row++)
        {
            nint start = (nint)row * classes;
            ref T x = ref Unsafe.Add(ref at.Logits, start);
            ref T g = ref Unsafe.Add(ref at.Gradient, start);
            if (!Unsafe.IsNullRef(ref at.Targets) && Unsafe.Add(ref at.Targets, row) == _ignored)
            {
                MemoryMarshal.CreateSpan(ref g, classes).Clear();
                continue;
            }

            TLane total = TLane.Spread(Unsafe.Add(ref at.Scratch, 16 + row - _first));
            TLane shift = TLane.Spread(Unsafe.Add(ref at.Scratch, row - _first)) + TLane.Log(total);
            TLane value = 0, slopes = 0, inverse = 1 / total;

            // Twice over the row, which is in the cache: first the sum of the slopes, then what each class gets of it.
            for (int pass = 0; pass < 2; pass++)
            {
                TLane sumOfSlopes = TLane.Spread(TLane.Sum(slopes));
                for (int i = 0; i < classes; i += TLane.Width)
                {
                    int count = int.Min(TLane.Width, classes - i);
                    TLane share = TShares.Share(at, row, classes, i, count, ramp, low, high);
                    if (typeof(TWeighting) != typeof(Unweighted<T>))
                    {
                        share *= TLane.LoadFirst(ref at.ClassWeights, i, count, 0);
                    }

                    Dual<TLane> dual = TLoss.Slope(loss, TLane.LoadFirst(ref x, i, count, double.NaN) - shift);
                    TLane slope = TLane.WhereLess(0, share, share * dual.Slope, 0);
                    if (pass == 0)
                    {
                        // The slots past the last class hold NaN: out they go.
                        TLane inside = TLane.WhereLess(ramp, TLane.Constant(count), 1, 0);
                        slopes += TLane.WhereLess(0, inside, slope, 0);
                        value += TLane.WhereLess(0, inside * share, share * dual.Value, 0);
                        continue;
                    }

                    TLane p = TLane.LoadFirst(ref g, i, count, 0) * inverse;
                    TLane.StoreFirst((slope - (p * sumOfSlopes)) * scale, ref g, i, count);
                }
            }

            sum += TLane.SumToDouble(value);
        }

        return sum;
    }
}
