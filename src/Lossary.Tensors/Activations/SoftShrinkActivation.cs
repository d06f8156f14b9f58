using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x, moved towards 0 by λ but not past it.</summary>
    /// <param name="threshold">λ; not negative.</param>
    public static Activation SoftShrink(double threshold = 0.5) => new Activation<SoftShrinkActivation>(
        ActivationText.Of("softshrink", ("lambda", threshold)),
        new(RequireNotNegative(threshold)), values => SoftShrink(values[0]));
}

/// <summary>0 where |x| ≤ λ, else x − λ sign x.</summary>
internal readonly struct SoftShrinkActivation(double threshold) : IActivation<SoftShrinkActivation>
{
    private readonly Parameter _threshold = new("\\lambda", threshold);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane threshold = _threshold;
        TLane moved = TLane.WhereLess(x, 0, x + threshold, x - threshold);
        return TLane.WhereAtMost(TLane.Abs(x), threshold, 0, moved);
    }
}
