using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The exponentials of some rows of logits below each row's maximum, with maxima and sums. Knows no loss: one
/// compiled loop serves them all.
/// </summary>
internal readonly ref struct ExponentialRows<TLane, T>(
    ref T logits, ref T result, int rows, int classes, ref T largest, ref T sums) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    private readonly ref T _logits = ref logits;
    private readonly ref T _result = ref result;
    private readonly int _rows = rows;
    private readonly int _classes = classes;
    private readonly ref T _largest = ref largest;
    private readonly ref T _sums = ref sums;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        int classes = _classes;
        for (int k = 0; k < _rows; k++)
        {
            ref T x = ref Unsafe.Add(ref _logits, (nint)k * classes);
            ref T e = ref Unsafe.Add(ref _result, (nint)k * classes);
            T top = Largest(ref x, classes);
            Unsafe.Add(ref _largest, k) = top;
            Unsafe.Add(ref _sums, k) = Exponentials(ref x, ref e, classes, top);
        }

        return 0;
    }

    /// <summary>The largest of a row; a NaN in it comes out of <see cref="Exponentials"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Largest(ref T row, int classes)
    {
        TLane first = double.NegativeInfinity, second = double.NegativeInfinity;
        int whole = classes & ~(TLane.Width - 1);
        int i = 0;
        for (; i + TLane.Width < whole; i += 2 * TLane.Width)
        {
            first = TLane.AtLeast(first, TLane.Load(ref row, i));
            second = TLane.AtLeast(second, TLane.Load(ref row, i + TLane.Width));
        }

        if (i < whole)
        {
            first = TLane.AtLeast(first, TLane.Load(ref row, i));
        }

        if (whole < classes)
        {
            second = TLane.AtLeast(second, TLane.LoadFirst(ref row, whole, classes - whole, double.NegativeInfinity));
        }

        return TLane.Largest(TLane.AtLeast(first, second));
    }

    /// <summary>Writes exp(x − largest) and returns the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exponentials(ref T row, ref T result, int classes, T largest)
    {
        TLane top = TLane.Spread(largest);
        TLane first = 0, second = 0;
        int whole = classes & ~(TLane.Width - 1);
        int i = 0;
        for (; i + TLane.Width < whole; i += 2 * TLane.Width)
        {
            TLane e = Elementary.ExpOfNegative(TLane.Load(ref row, i) - top);
            TLane f = Elementary.ExpOfNegative(TLane.Load(ref row, i + TLane.Width) - top);
            TLane.Store(e, ref result, i);
            TLane.Store(f, ref result, i + TLane.Width);
            first += e;
            second += f;
        }

        if (i < whole)
        {
            TLane e = Elementary.ExpOfNegative(TLane.Load(ref row, i) - top);
            TLane.Store(e, ref result, i);
            first += e;
        }

        if (whole < classes)
        {
            int count = classes - whole;
            TLane e = Elementary.ExpOfNegative(TLane.LoadFirst(ref row, whole, count, double.NegativeInfinity) - top);
            TLane.StoreFirst(e, ref result, whole, count);
            second += e;
        }

        return TLane.Sum(first + second);
    }
}
