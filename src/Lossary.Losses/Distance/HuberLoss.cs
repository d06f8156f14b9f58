using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Quadratic for residuals up to <see cref="Delta"/>, linear beyond: outliers pull with a bounded force.</summary>
/// <remarks>
/// With c = clamp(r, −δ, δ):
/// <code>
/// L(r)  = c (r − c/2)            that is ½r² inside δ, and δ(|r| − δ/2) outside
/// L′(r) = c                      the L2 gradient, clipped
/// </code>
/// Reference: P. J. Huber, Annals of Mathematical Statistics 35 (1964) 73–101, doi:10.1214/aoms/1177703732.
/// </remarks>
/// <param name="delta">Where quadratic turns linear, in the target's own unit; positive and finite.</param>
public readonly struct HuberLoss(double delta) : IDistanceLoss<HuberLoss>
{
    /// <summary>Where quadratic turns linear.</summary>
    public Parameter Delta { get; } = new(@"\delta", Guard.PositiveFinite(delta));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane delta = Delta;
        TLane c = TLane.Clamp(r, -delta, delta);
        return c * (r - (0.5 * c));
    }
}
