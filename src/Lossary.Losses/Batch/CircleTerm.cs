using System.Buffers;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

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

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] classes = labels;
        Tensor<T> factors = tape.Rent(measures.Shape), aims = tape.Rent(measures.Shape);
        T scale = T.CreateTruncating(gamma), relaxed = T.CreateTruncating(margin);
        for (int i = 0; i < measures.Values.Length; i++)
        {
            (int row, int j) = int.DivRem(i, classes.Length);
            bool isAlike = classes[row] == classes[j];
            T s = measures.Values[i];
            factors.Values[i] = isAlike
                ? -scale * T.Max(T.One + relaxed - s, T.Zero)
                : scale * T.Max(s + relaxed, T.Zero);
            aims.Values[i] = isAlike ? T.One - relaxed : relaxed;
        }

        Tensor<T> logits = tape.Multiply(factors, tape.Subtract(measures, aims));
        Tensor<T> positive = BatchSteps.LogSum(tape, logits, (i, j) => i != j && classes[i] == classes[j]);
        Tensor<T> negative = BatchSteps.LogSum(tape, logits, (i, j) => classes[i] != classes[j]);
        return tape.Formula(default(SoftplusOf), tape.Add(positive, negative));
    }
}
