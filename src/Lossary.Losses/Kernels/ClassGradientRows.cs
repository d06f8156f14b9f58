using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Turns rows of exponentials into rows of gradient: factor · e, and at the target class its own. Knows no loss.
/// </summary>
internal readonly ref struct ClassGradientRows<TLane, T>(
    ref T gradient, ref int targets, int rows, int classes, ref T factors, ref T slopes) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    private readonly ref T _gradient = ref gradient;
    private readonly ref int _targets = ref targets;
    private readonly int _rows = rows;
    private readonly int _classes = classes;
    private readonly ref T _factors = ref factors;
    private readonly ref T _slopes = ref slopes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        int classes = _classes;
        for (int k = 0; k < _rows; k++)
        {
            ref T row = ref Unsafe.Add(ref _gradient, (nint)k * classes);
            int target = Unsafe.Add(ref _targets, k);
            if (target < 0)
            {
                // Not by a factor of 0: the row may hold NaN.
                MemoryMarshal.CreateSpan(ref row, classes).Clear();
                continue;
            }

            Scale(ref row, classes, Unsafe.Add(ref _factors, k));
            Unsafe.Add(ref row, target) = Unsafe.Add(ref _slopes, k);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scale(ref T row, int classes, T factor)
    {
        TLane by = TLane.Spread(factor);
        int whole = classes & ~(TLane.Width - 1);
        int i = 0;
        for (; i + TLane.Width < whole; i += 2 * TLane.Width)
        {
            TLane.Store(TLane.Load(ref row, i) * by, ref row, i);
            TLane.Store(TLane.Load(ref row, i + TLane.Width) * by, ref row, i + TLane.Width);
        }

        for (; i < whole; i += TLane.Width)
        {
            TLane.Store(TLane.Load(ref row, i) * by, ref row, i);
        }

        if (i < classes)
        {
            TLane.StoreFirst(TLane.LoadFirst(ref row, i, classes - i, 0) * by, ref row, i, classes - i);
        }
    }
}
