using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>max(0, x₀ − x₁ + margin): a hinge between two distances.</summary>
internal readonly struct DistanceHinge(Parameter margin) : ISampleFormula
{
    private readonly Parameter _margin = margin;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.AtLeast((x[0] - x[1]) + _margin, 0);
}

/// <summary>ln(1 + e^(x₀ − x₁)): the hinge without a margin or a kink.</summary>
internal readonly struct DistanceSoftplus : ISampleFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => TLane.Softplus(x[0] - x[1]);
}

/// <summary>ln(1 + eˣ).</summary>
internal readonly struct SoftplusOf : ISampleFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => TLane.Softplus(x[0]);
}
