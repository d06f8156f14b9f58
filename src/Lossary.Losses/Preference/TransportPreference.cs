using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Two batches of numbers compared by their order: the smallest with the smallest, and so on up.</summary>
internal static class TransportPreference
{
    /// <summary>The share of places in the order that count the other way round.</summary>
    public static readonly ParameterCard SmoothingCard = new(
        "smoothing", @"\epsilon", 0, new Domain(0, 0.5, true, false),
        "the share of pairs that are taken to be the wrong way round");

    /// <summary>One number less another; a reference that was left out is 0.</summary>
    public static Tensor<T> Difference<T>(Tape<T> tape, Tensor<T> left, Tensor<T>? right)
        where T : unmanaged, IFloatingPointIeee754<T> => right is null ? left : tape.Subtract(left, right);

    /// <summary>The smoothed logistic loss of the sorted leads.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="above">The numbers that are to be larger, as a distribution.</param>
    /// <param name="below">As many others.</param>
    /// <param name="beta">How strongly the policy is held to the reference.</param>
    /// <param name="smoothing">The share of pairs that are taken to be the wrong way round.</param>
    public static LossTerms<T> Terms<T>(
        Tape<T> tape, Tensor<T> above, Tensor<T> below, Parameter beta, Parameter smoothing)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Formula(
            new SmoothedLogistic(beta, smoothing), SampleOrder.Sorted(tape, above), SampleOrder.Sorted(tape, below)));

    private readonly struct SmoothedLogistic(Parameter beta, Parameter smoothing) : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane lead = beta * (x[0] - x[1]);
            return TLane.Softplus(-lead) + (smoothing * lead);
        }
    }
}
