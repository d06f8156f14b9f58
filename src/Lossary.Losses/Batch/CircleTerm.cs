using System.Buffers;
using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The circle loss of one row; a row without a positive or without a negative does not count.</summary>
/// <remarks>The gradient holds the weights α constant, as the paper does.</remarks>
internal readonly struct CircleTerm(double gamma, double margin, int[] labels) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(gamma), relaxed = T.CreateTruncating(margin);
        sbyte[] sides = ArrayPool<sbyte>.Shared.Rent(measures.Length);
        T[] slopes = ArrayPool<T>.Shared.Rent(measures.Length);
        for (int j = 0; j < measures.Length; j++)
        {
            sides[j] = (sbyte)(j == row ? 0 : labels[j] == labels[row] ? 1 : -1);
            T s = measures[j];
            slopes[j] = sides[j] > 0
                ? -scale * T.Max(T.One + relaxed - s, T.Zero)
                : scale * T.Max(s + relaxed, T.Zero);
            measures[j] = slopes[j] * (s - (sides[j] > 0 ? T.One - relaxed : relaxed));
        }

        TwoSoftmaxes<T> sums = TwoSoftmaxes<T>.Of(measures, sides);
        T both = sums.Positive + sums.Negative, share = RealFunctions.Sigmoid(both);
        for (int j = 0; j < measures.Length; j++)
        {
            measures[j] *= share * slopes[j];
        }

        ArrayPool<sbyte>.Shared.Return(sides);
        ArrayPool<T>.Shared.Return(slopes);
        weight = T.IsNegativeInfinity(both) ? T.Zero : T.One;
        return RealFunctions.Softplus(both);
    }
}
