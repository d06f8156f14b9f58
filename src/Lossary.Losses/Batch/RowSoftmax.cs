using System.Numerics;
using System.Numerics.Tensors;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The softmax of one row and the logarithm of its sum of exponentials.</summary>
/// <param name="Top">The largest logit; −∞ where nothing counts.</param>
/// <param name="Rest">The sum of the other exponentials over that of the largest.</param>
internal readonly record struct RowSoftmax<T>(T Top, T Rest)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>ln Σ e^logit.</summary>
    public T LogSum => T.IsNegativeInfinity(Top) ? Top : Top + LogRest;

    /// <summary>How far that is above a logit, with all digits where the logit is the largest by far.</summary>
    public T Above(T logit) => (Top - logit) + LogRest;

    private T LogRest => T.CreateTruncating(RealFunctions.Log1P(double.CreateTruncating(Rest)));

    /// <summary>
    /// The probability of a logit less 1, from its probability: not a difference where it is the largest.
    /// </summary>
    public T Less1(T logit, T probability) => logit == Top ? -(Rest / (T.One + Rest)) : probability - T.One;

    /// <summary>Writes the probabilities over the logits, a logit of −∞ counts as nothing.</summary>
    public static unsafe RowSoftmax<T> Of(Span<T> logits)
    {
        if (!logits.ContainsAnyExcept(T.NegativeInfinity))
        {
            logits.Clear();
            return new(T.NegativeInfinity, T.Zero);
        }

        T top = default, rest = default;
        fixed (T* row = logits)
        {
            if (Wide512<T>.IsAccelerated)
            {
                Run<Wide512<T>>(row, logits.Length, ref top, ref rest);
            }
            else if (Wide256<T>.IsAccelerated)
            {
                Run<Wide256<T>>(row, logits.Length, ref top, ref rest);
            }
            else
            {
                Run<Scalar<T>>(row, logits.Length, ref top, ref rest);
            }
        }

        TensorPrimitives.Divide(logits, T.One + rest, logits);
        return new(top, rest);
    }

    private static unsafe void Run<TLane>(T* row, int length, ref T top, ref T rest)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T> =>
        HotLoop.Run(new ExponentialRows<TLane, T, KeepsExponentials>(ref *row, ref *row, 1, length, ref top, ref rest));
}
