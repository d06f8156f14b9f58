using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Losses of several arrays on a tape.</summary>
public static class ArrayLossOperation
{
    /// <summary>The reduced loss, differentiable by every input that the network made.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="inputs">Every input that is not optional, by its name; what to weigh and how to reduce.</param>
    /// <param name="totals">The loss's sum and what the mean divides by.</param>
    /// <returns>The reduced loss, <c>[1]</c>; 0 where nothing counts.</returns>
    /// <exception cref="ArgumentException">
    /// An input is missing or unknown, or a shape or a number is not what its card says.
    /// </exception>
    public static Tensor<T> Loss<T>(this Tape<T> tape, IArrayLoss loss, LossInputs<T> inputs, out Totals totals)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(inputs);
        return TermsReduction.Reduce(tape, loss.Terms(tape, inputs), inputs, out totals);
    }
}
