using System.Numerics;

namespace Lossary.Numerics;

/// <content>The logarithm of a sum of exponentials.</content>
public static partial class Sums
{
    /// <summary>ln Σ e^value, which neither overflows nor vanishes; −∞ for an empty span.</summary>
    /// <param name="values">The exponents, <c>[n]</c>; −∞ counts as nothing, NaN gives NaN.</param>
    public static double LogSumExp(ReadOnlySpan<float> values) => LogSumExpOf(values);

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float})"/>
    public static double LogSumExp(ReadOnlySpan<double> values) => LogSumExpOf(values);

    private static double LogSumExpOf<T>(ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int largest = IndexOfLargest(values);
        double top = largest < 0 ? double.NegativeInfinity : double.CreateTruncating(values[largest]);
        if (!double.IsFinite(top))
        {
            return top;
        }

        // The largest term is exactly 1 and left out, for the logarithm of 1 + rest to keep the digits of a small rest.
        const int Chunk = 512;
        Span<double> terms = stackalloc double[Chunk];
        CompensatedSum rest = default;
        for (int start = 0; start < values.Length; start += Chunk)
        {
            Span<double> some = terms[..Math.Min(Chunk, values.Length - start)];
            for (int i = 0; i < some.Length; i++)
            {
                some[i] = start + i == largest
                    ? double.NegativeInfinity
                    : double.CreateTruncating(values[start + i]) - top;
            }

            RealFunctions.Exp<double>(some, some);
            rest.Add(Sum(some));
        }

        return top + RealFunctions.Log1P(rest.Total);
    }

    /// <summary>Where the first of the largest numbers stands, or the first NaN; −1 for no numbers.</summary>
    private static int IndexOfLargest<T>(ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int largest = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (T.IsNaN(values[i]))
            {
                return i;
            }

            if (largest < 0 || values[i] > values[largest])
            {
                largest = i;
            }
        }

        return largest;
    }
}
