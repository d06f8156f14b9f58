using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Every other class counts.</summary>
internal readonly unsafe ref struct RivalsSweep<TLoss, TLane, T>(TLoss loss, ClassRows<T> rows, T* ramp) : ILoop
    where TLoss : struct, IClassMarginLoss<TLoss>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TLoss _loss = loss;
    private readonly ClassRows<T> _rows = rows;
    private readonly T* _ramp = ramp;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TLoss loss = _loss;
        ClassRows<T> rows = _rows;
        TLane ramp = TLane.Load(ref *_ramp, 0);
        int classes = rows.Classes;
        double sum = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            if (!rows.TryWeigh(row, out T weight, out int target))
            {
                rows.Leave(row);
                continue;
            }

            ref T x = ref rows.Scores[(nint)row * classes];
            TLane own = TLane.Spread(Unsafe.Add(ref x, target));
            TLane scale = TLane.Spread(weight) * (rows.Scale / classes);
            TLane values = 0, slopes = 0;
            for (int i = 0; i < classes; i += TLane.Width)
            {
                int count = int.Min(TLane.Width, classes - i);
                Dual<TLane> dual = TLoss.Slope(loss, TLane.LoadFirst(ref x, i, count, 0) - own);

                // The target itself and the slots past the last class are no rivals.
                TLane distance = TLane.Abs(ramp + TLane.Constant(i - target));
                TLane rival = TLane.WhereLess(ramp, TLane.Constant(count), TLane.WhereLess(distance, 0.5, 0, 1), 0);
                TLane slope = TLane.WhereLess(0, rival, dual.Slope, 0);
                values += TLane.WhereLess(0, rival, dual.Value, 0);
                slopes += slope;
                if (rows.Gradient != null)
                {
                    TLane.StoreFirst(slope * scale, ref rows.Gradient[(nint)row * classes], i, count);
                }
            }

            T value = weight * TLane.Sum(values) / T.CreateTruncating(classes);
            rows.Take(row, target, value, -TLane.Sum(slopes * scale));
            sum += double.CreateTruncating(value);
        }

        return sum;
    }
}
