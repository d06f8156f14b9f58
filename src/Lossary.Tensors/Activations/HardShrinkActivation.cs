using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>0 where |x| ≤ λ, else x.</summary>
    /// <param name="threshold">λ; not negative.</param>
    public static Activation HardShrink(double threshold = 0.5) => new Activation<HardShrinkActivation>(
        ActivationText.Of("hardshrink", ("lambda", threshold)),
        new(RequireNotNegative(threshold)), values => HardShrink(values[0]));
}

/// <summary>0 where |x| ≤ λ, else x.</summary>
internal readonly struct HardShrinkActivation(double threshold) : IActivation<HardShrinkActivation>
{
    private readonly Parameter _threshold = new("\\lambda", threshold);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(TLane.Abs(x), _threshold, 0, x);
}
