using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Binary focal loss with the first term of its expansion weighted differently.</summary>
/// <remarks>
/// With p = σ(z) and q = σ(−z):
/// <code>
/// L(z, 1)   = −q^γ ln p + ε q^(γ + 1)                     L(z, 0) = −p^γ ln q + ε p^(γ + 1)
/// ∂L/∂z     = −q^γ (q − γ p ln p + ε (γ + 1) p q)          at t = 1
/// </code>
/// and with p and q exchanged at t = 0, the slope's sign turned. A target between 0 and 1 is the share of ones. ε = 0
/// is
/// <see cref="BinaryFocalLoss{TExponent}"/> without α. Reference: Z. Leng et al., "PolyLoss: A Polynomial Expansion
/// Perspective of Classification Loss Functions", ICLR 2022, arXiv:2204.12511.
/// </remarks>
/// <param name="epsilon">ε, what is added to the first coefficient; at least −1.</param>
/// <param name="gamma">γ, how soon easy samples are forgotten; not negative.</param>
public readonly struct PolyFocalLoss(double epsilon, double gamma) : IPointwiseLoss<PolyFocalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 1, new Domain(-1, double.PositiveInfinity, true, false),
        "what is added to the weight of the first term");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 2, Domain.NonNegative, "how soon easy samples are forgotten");

    private readonly Parameter _slope = new(@"\epsilon (\gamma + 1)", epsilon * (gamma + 1));

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "poly-1-focal",
        Title = "Poly-1 focal",
        Use = "Two classes, or boxes to detect: focal loss with one number more to tune.",
        Avoid = "Probabilities are wanted: it is not proper. Take binary cross entropy.",
        Reference = "Z. Leng et al., PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions, "
            + "2022, arXiv:2204.12511",
        Aliases = ["poly1-focal"],
        Names = new() { Chinese = "多项式焦点损失" },
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Link = Link.Logit,
        Parameters = [EpsilonCard, GammaCard],
    };

    /// <summary>What is added to the first coefficient.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <summary>How soon easy samples are forgotten.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = Gamma.Value == 0 && Math.Abs(Epsilon.Value) <= 1,
        IsStrictlyConvex = Gamma.Value == 0 && Math.Abs(Epsilon.Value) < 1,
        Smoothness = int.MaxValue,
        LipschitzConstant = SteepestSlope.Of(this),
        IsProper = Gamma.Value == 0 && Epsilon.Value == 0,
        IsCalibrated = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane ofPositive = TLane.Softplus(-prediction, out TLane q);
        TLane ofNegative = TLane.Softplus(prediction, out TLane p);
        return (target * (TLane.Pow(q, Gamma) * (ofPositive + (Epsilon * q))))
            + ((1 - target) * (TLane.Pow(p, Gamma) * (ofNegative + (Epsilon * p))));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: one exponential serves both classes.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(PolyFocalLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane gamma = loss.Gamma;
        TLane positive = target * Real.Raise(q, ofNegative, gamma);
        TLane negative = (1 - target) * Real.Raise(p, ofPositive, gamma);
        TLane first = loss._slope * (p * q);
        TLane down = q + (gamma * (p * ofPositive)) + first;
        TLane up = p + (gamma * (q * ofNegative)) + first;
        TLane value = (positive * (ofPositive + (loss.Epsilon * q))) + (negative * (ofNegative + (loss.Epsilon * p)));
        return new(value, (negative * up) - (positive * down));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// By hand: q^(γ + 1) bends by (γ + 1) q^(γ + 1) p ((γ + 1) p − q), what focal loss bends by is known.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(PolyFocalLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane gamma = loss.Gamma;
        TLane positive = target * Real.Raise(q, ofNegative, gamma);
        TLane negative = (1 - target) * Real.Raise(p, ofPositive, gamma);
        TLane first = loss._slope * (p * q);
        TLane down = q + (gamma * (p * ofPositive)) + first;
        TLane up = p + (gamma * (q * ofNegative)) + first;
        TLane value = (positive * (ofPositive + (loss.Epsilon * q))) + (negative * (ofNegative + (loss.Epsilon * p)));
        TLane steepness = 1 + (2 * gamma);
        TLane raised = 1 + gamma;
        TLane bendUp = (q * ((steepness * p) + (gamma * (((gamma * q) - p) * ofNegative))))
            + (first * ((raised * q) - p));
        TLane bendDown = (p * ((steepness * q) + (gamma * (((gamma * p) - q) * ofPositive))))
            + (first * ((raised * p) - q));
        return new(value, (negative * up) - (positive * down), (negative * bendUp) + (positive * bendDown));
    }
}
