using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Whether <see cref="ExponentialRows{TLane, T, TOutput}"/> writes the exponentials: one policy struct each.
/// </summary>
internal interface IExponentialOutput;

/// <summary>They are written over the rows of the gradient.</summary>
internal readonly struct KeepsExponentials : IExponentialOutput;

/// <summary>Only maxima and sums are wanted.</summary>
internal readonly struct DropsExponentials : IExponentialOutput;

/// <summary>
/// The exponentials of some rows of scores below each row's largest, with maxima and sums. Knows no loss: one
/// compiled loop serves them all.
/// </summary>
/// <remarks>
/// A sum leaves out the row's largest score, whose exponential is 1: ln(1 + sum) then keeps its digits where one score
/// is far above the others, and the sum over 1 + sum is the largest score's distance from certainty.
/// </remarks>
internal readonly ref struct ExponentialRows<TLane, T, TOutput>(
    ref T scores, ref T result, int rows, int classes, ref T largest, ref T sums) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    where TOutput : struct, IExponentialOutput
{
    private readonly ref T _scores = ref scores;
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
            ref T x = ref Unsafe.Add(ref _scores, (nint)k * classes);
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

    /// <summary>
    /// Writes exp(x − largest) and returns the sum without one largest; NaN where the largest is infinite.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exponentials(ref T row, ref T result, int classes, T largest)
    {
        TLane top = TLane.Spread(largest);
        TLane sum = 0, ties = 0;
        int whole = classes & ~(TLane.Width - 1);
        for (int i = 0; i < whole; i += TLane.Width)
        {
            TLane x = TLane.Load(ref row, i);
            TLane e = RowExponential.Below(x, top);
            sum += TLane.WhereAtMost(top, x, 0, e);
            ties += TLane.WhereAtMost(top, x, 1, 0);
            if (typeof(TOutput) == typeof(KeepsExponentials))
            {
                TLane.Store(e, ref result, i);
            }
        }

        if (whole < classes)
        {
            int count = classes - whole;
            TLane x = TLane.LoadFirst(ref row, whole, count, double.NegativeInfinity);
            TLane e = RowExponential.Below(x, top);
            sum += TLane.WhereAtMost(top, x, 0, e);
            ties += TLane.WhereAtMost(top, x, 1, 0);
            if (typeof(TOutput) == typeof(KeepsExponentials))
            {
                TLane.StoreFirst(e, ref result, whole, count);
            }
        }

        return TLane.Sum(sum) + (TLane.Sum(ties) - T.One) + (largest - largest);
    }
}
