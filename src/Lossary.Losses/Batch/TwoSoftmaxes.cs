using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Two sums of exponentials over two sets of one row that have nothing in common: positives and negatives.
/// </summary>
/// <param name="Positive">ln Σ over the positives; −∞ over none.</param>
/// <param name="Negative">ln Σ over the negatives; −∞ over none.</param>
internal readonly record struct TwoSoftmaxes<T>(T Positive, T Negative)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Writes each logit's probability within its own set over it.</summary>
    /// <param name="logits">The logits.</param>
    /// <param name="sides">+1 for a positive, −1 for a negative, 0 for neither, whose probability is 0.</param>
    public static TwoSoftmaxes<T> Of(Span<T> logits, ReadOnlySpan<sbyte> sides)
    {
        T first = T.NegativeInfinity, second = T.NegativeInfinity;
        for (int j = 0; j < logits.Length; j++)
        {
            first = sides[j] > 0 ? T.Max(first, logits[j]) : first;
            second = sides[j] < 0 ? T.Max(second, logits[j]) : second;
        }

        for (int j = 0; j < logits.Length; j++)
        {
            logits[j] = sides[j] == 0 ? T.NegativeInfinity : logits[j] - (sides[j] > 0 ? first : second);
        }

        RealFunctions.Exp<T>(logits, logits);
        T positives = T.Zero, negatives = T.Zero;
        for (int j = 0; j < logits.Length; j++)
        {
            positives += sides[j] > 0 ? logits[j] : T.Zero;
            negatives += sides[j] < 0 ? logits[j] : T.Zero;
        }

        for (int j = 0; j < logits.Length; j++)
        {
            logits[j] = sides[j] == 0 ? T.Zero : logits[j] / (sides[j] > 0 ? positives : negatives);
        }

        return new(LogSum(first, positives), LogSum(second, negatives));
    }

    private static T LogSum(T top, T sum) => T.IsNegativeInfinity(top) ? top : top + T.Log(sum);
}
