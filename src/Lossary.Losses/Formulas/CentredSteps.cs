using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Numbers less their mean, for what divides by a deviation.</summary>
/// <remarks>
/// Equal numbers become zeros with a gradient of 0. The mean of equal numbers may be off by its rounding: what is left
/// would pass for a deviation, and a division by it for a slope of 10¹⁵.
/// </remarks>
internal static class CentredSteps
{
    /// <summary>Deviations of no more units in the last place of the mean than this are rounding.</summary>
    private const double Rounding = 8;

    /// <summary>Numbers less their mean.</summary>
    public static Tensor<T> Centred<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> mean = tape.Mean(input), centred = tape.Subtract(input, mean);
        return IsRounding<T>(centred.Values, mean.Scalar) ? tape.Scale(centred, 0) : centred;
    }

    /// <summary>Rows less their means.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="rows">Shape <c>[n, k]</c>.</param>
    public static Tensor<T> CentredRows<T>(this Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> means = tape.Mean(rows, [-1], keepDimensions: true), centred = tape.Subtract(rows, means);
        Tensor<T> varies = tape.Rent(means.Shape);
        int count = means.Shape.Length, width = rows.Shape[1];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<T> own = centred.Values.Slice(row * width, width);
            varies.Values[row] = IsRounding(own, means.Values[row]) ? T.Zero : T.One;
        }

        return varies.Values.Contains(T.Zero) ? tape.Multiply(centred, varies) : centred;
    }

    /// <summary>Rows of mean 0 and deviation 1, the deviation over k; a row of equal numbers becomes zeros.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="rows">Shape <c>[n, k]</c>.</param>
    public static Tensor<T> StandardiseRows<T>(this Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Scale(tape.NormaliseRows(tape.CentredRows(rows)), Math.Sqrt(rows.Shape[1]));

    private static bool IsRounding<T>(ReadOnlySpan<T> centred, T mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T most = T.CreateTruncating(Rounding) * (T.BitIncrement(T.One) - T.One) * T.Abs(mean);
        foreach (T deviation in centred)
        {
            // NaN is no rounding: it has to come out.
            if (!(T.Abs(deviation) <= most))
            {
                return false;
            }
        }

        return true;
    }
}
