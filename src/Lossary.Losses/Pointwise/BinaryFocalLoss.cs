using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Binary cross entropy that stops caring about samples it already gets right.</summary>
/// <remarks>
/// With p = σ(z), q = σ(−z), a = α and b = 1 − α, or a = b = 1 without α:
/// <code>
/// L(z, 1)   = −a q^γ ln p                        L(z, 0) = −b p^γ ln q
/// ∂L/∂z     = −a q^γ (q − γ p ln p)                at t = 1
/// ∂²L/∂z²   =  a q^γ p ((2γ + 1) q − γ (γ p − q) ln p)
/// </code>
/// and with p and q exchanged at t = 0, the slope's sign turned. A target between 0 and 1 is the share of ones: L is
/// t L(z, 1) + (1 − t) L(z, 0). The terms of a slope have one sign, so that nothing cancels. Reference: T.-Y. Lin et
/// al., "Focal Loss for Dense Object Detection", ICCV 2017, arXiv:1708.02002.
/// </remarks>
/// <typeparam name="TExponent"><see cref="Squared"/> for γ = 2, <see cref="Real"/> for any γ.</typeparam>
/// <param name="gamma">How soon easy samples are forgotten; 0 is plain cross entropy.</param>
/// <param name="alpha">Weight of the positives in [0, 1]; negatives have the rest. Null: both have weight 1.</param>
public readonly struct BinaryFocalLoss<TExponent>(double gamma, double? alpha)
    : IPointwiseLoss<BinaryFocalLoss<TExponent>>, IDocumentedLoss
    where TExponent : struct, IExponent
{
    private readonly Parameter _positive = alpha is double a ? FocalCards.Alpha.Bind(a) : new("1", 1);
    private readonly Parameter _negative = alpha is double a ? new(@"\left(1-\alpha\right)", 1 - a) : new("1", 1);

    /// <inheritdoc/>
    public static LossCard Card => FocalCards.OnLogits;

    /// <summary>How soon easy samples are forgotten.</summary>
    public Parameter Gamma { get; } = FocalCards.Gamma.Bind(FocalCards.GammaFor<TExponent>(gamma));

    /// <summary>Weight of the positives; null where both classes have weight 1.</summary>
    public double? Alpha { get; } = alpha;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = Gamma.Value == 0,
        IsStrictlyConvex = Gamma.Value == 0 && Alpha is not (0 or 1),
        Smoothness = int.MaxValue,
        LipschitzConstant = SteepestSlope.Of(this),
        IsProper = Gamma.Value == 0 && Alpha is null or 0.5,
        IsCalibrated = Alpha is null or 0.5,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane ofPositive = TLane.Softplus(-prediction, out TLane q);
        TLane ofNegative = TLane.Softplus(prediction, out TLane p);
        return (_positive * (target * TExponent.Raise<TLane>(q, Gamma) * ofPositive))
            + (_negative * ((1 - target) * TExponent.Raise<TLane>(p, Gamma) * ofNegative));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: one exponential serves both classes, and no difference of near numbers is taken.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(BinaryFocalLoss<TExponent> loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane positive = loss._positive * (target * TExponent.Raise<TLane>(q, ofNegative, loss.Gamma));
        TLane negative = loss._negative * ((1 - target) * TExponent.Raise<TLane>(p, ofPositive, loss.Gamma));
        TLane value = (positive * ofPositive) + (negative * ofNegative);
        TLane up = (loss.Gamma * (q * ofNegative)) + p;
        TLane down = (loss.Gamma * (p * ofPositive)) + q;
        return new(value, (negative * up) - (positive * down));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(BinaryFocalLoss<TExponent> loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane gamma = loss.Gamma;
        TLane positive = loss._positive * (target * TExponent.Raise(q, ofNegative, gamma));
        TLane negative = loss._negative * ((1 - target) * TExponent.Raise(p, ofPositive, gamma));
        TLane value = (positive * ofPositive) + (negative * ofNegative);
        TLane up = (gamma * (q * ofNegative)) + p;
        TLane down = (gamma * (p * ofPositive)) + q;
        TLane steepness = 1 + (2 * gamma);
        TLane bendUp = (steepness * p) + (gamma * (((gamma * q) - p) * ofNegative));
        TLane bendDown = (steepness * q) + (gamma * (((gamma * p) - q) * ofPositive));
        return new(
            value, (negative * up) - (positive * down), (negative * (q * bendUp)) + (positive * (p * bendDown)));
    }
}
