using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Focal loss of two classes, from a probability that is given.</summary>
/// <remarks>
/// With q = 1 − p, a = α and b = 1 − α, or a = b = 1 without α:
/// <code>
/// L(p, 1)   = −a q^γ ln p                        L(p, 0) = −b p^γ ln q
/// ∂L/∂p     = a q^γ (γ ln p / q − 1/p)             at t = 1
/// </code>
/// and with p and q exchanged at t = 0, the slope's sign turned. No logarithm counts as less than −100 and no 1/p or
/// 1/q as more than 1e12, as in the cross entropy on probabilities, which γ = 0 is. Reference: T.-Y. Lin et al., "Focal
/// Loss for Dense Object Detection", ICCV 2017, arXiv:1708.02002.
/// </remarks>
/// <typeparam name="TExponent"><see cref="Squared"/> for γ = 2, <see cref="Real"/> for any γ.</typeparam>
/// <param name="gamma">How soon easy samples are forgotten; 0 is plain cross entropy.</param>
/// <param name="alpha">Weight of the positives in [0, 1]; negatives have the rest. Null: both have weight 1.</param>
public readonly struct BinaryFocalOnProbabilitiesLoss<TExponent>(double gamma, double? alpha)
    : IPointwiseLoss<BinaryFocalOnProbabilitiesLoss<TExponent>>, IDocumentedLoss
    where TExponent : struct, IExponent
{
    private const double LogFloor = -100;
    private const double DenominatorFloor = 1e-12;

    /// <summary>Smaller bases of a power count as this, so that no derivative is 0 · ∞.</summary>
    private const double LeastBase = 1e-30;

    private readonly Parameter _positive = alpha is double a ? FocalCards.Alpha.Bind(a) : new("1", 1);
    private readonly Parameter _negative = alpha is double a ? new(@"\left(1-\alpha\right)", 1 - a) : new("1", 1);

    /// <inheritdoc/>
    public static LossCard Card => FocalCards.OnProbabilities;

    /// <summary>How soon easy samples are forgotten.</summary>
    public Parameter Gamma { get; } = FocalCards.Gamma.Bind(FocalCards.GammaFor<TExponent>(gamma));

    /// <summary>Weight of the positives; null where both classes have weight 1.</summary>
    public double? Alpha { get; } = alpha;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = Math.Max(_positive.Value, _negative.Value)
            * ((1 / DenominatorFloor) - (Gamma.Value * LogFloor)),
        IsProper = Gamma.Value == 0 && Alpha is null or 0.5,
        IsCalibrated = Alpha is null or 0.5,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane ofPositive = -TLane.AtLeast(TLane.Log(prediction), LogFloor);
        TLane ofNegative = -TLane.AtLeast(TLane.Log1P(-prediction), LogFloor);
        return (_positive * (target * TExponent.Raise<TLane>(1 - prediction, Gamma) * ofPositive))
            + (_negative * ((1 - target) * TExponent.Raise<TLane>(prediction, Gamma) * ofNegative));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the gradient has a floor of its own, and ln p / q a limit where q is 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(
        BinaryFocalOnProbabilitiesLoss<TExponent> loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane q = 1 - prediction;
        TLane spread = TLane.AtLeast(prediction * q, DenominatorFloor);
        TLane ofPositive = -TLane.AtLeast(TLane.Log(prediction), LogFloor);
        TLane ofNegative = -TLane.AtLeast(TLane.Log1P(-prediction), LogFloor);
        TLane positive = loss._positive * (target * TExponent.Raise<TLane>(TLane.AtLeast(q, LeastBase), loss.Gamma));
        TLane negative = loss._negative
            * ((1 - target) * TExponent.Raise<TLane>(TLane.AtLeast(prediction, LeastBase), loss.Gamma));
        TLane down = (loss.Gamma * TLane.WhereLess(0, q, ofPositive / q, 1)) + (q / spread);
        TLane up = (loss.Gamma * TLane.WhereLess(0, prediction, ofNegative / prediction, 1)) + (prediction / spread);
        return new((positive * ofPositive) + (negative * ofNegative), (negative * up) - (positive * down));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: duals of duals fall over the JIT's limit of locals.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(
        BinaryFocalOnProbabilitiesLoss<TExponent> loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane gamma = loss.Gamma;
        TLane q = 1 - prediction;
        TLane inverse = 1 / TLane.AtLeast(prediction * q, DenominatorFloor);
        TLane inverseOfQ = TLane.WhereLess(0, q, 1 / q, 0);
        TLane inverseOfP = TLane.WhereLess(0, prediction, 1 / prediction, 0);
        TLane ofPositive = -TLane.AtLeast(TLane.Log(prediction), LogFloor);
        TLane ofNegative = -TLane.AtLeast(TLane.Log1P(-prediction), LogFloor);
        TLane positive = loss._positive * (target * TExponent.Raise<TLane>(TLane.AtLeast(q, LeastBase), loss.Gamma));
        TLane negative = loss._negative
            * ((1 - target) * TExponent.Raise<TLane>(TLane.AtLeast(prediction, LeastBase), loss.Gamma));

        // −ln p / q and −ln q / p with their limits; 1/p is q/(pq), so that its floor is the gradient's.
        TLane ofQ = TLane.WhereLess(0, q, ofPositive / q, 1);
        TLane ofP = TLane.WhereLess(0, prediction, ofNegative / prediction, 1);
        TLane toP = q * inverse;
        TLane toQ = prediction * inverse;
        TLane down = (gamma * ofQ) + toP;
        TLane up = (gamma * ofP) + toQ;
        TLane bentDown = (gamma * (inverseOfQ * (down - ofQ))) + (gamma * inverse) + (toP * toP);
        TLane bentUp = (gamma * (inverseOfP * (up - ofP))) + (gamma * inverse) + (toQ * toQ);
        return new(
            (positive * ofPositive) + (negative * ofNegative),
            (negative * up) - (positive * down),
            (positive * bentDown) + (negative * bentUp));
    }
}
