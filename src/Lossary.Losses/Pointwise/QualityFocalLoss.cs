using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Focal loss for targets between 0 and 1: the farther the probability from its target, the more it counts.
/// </summary>
/// <remarks>
/// With p = σ(z), q = σ(−z), d = p − t = (1 − t) p − t q and H = −t ln p − (1 − t) ln q:
/// <code>
/// L(z, t)   = |d|^β H
/// ∂L/∂z     = |d|^β d + β |d|^(β − 1) sign d · p q H
/// </code>
/// At t = 0 and 1 it is <see cref="BinaryFocalLoss{TExponent}"/> of γ = β without α. Reference: X. Li et al.,
/// "Generalized Focal Loss: Learning Qualified and Distributed Bounding Boxes for Dense Object Detection", NeurIPS
/// 2020, arXiv:2006.04388.
/// </remarks>
/// <param name="beta">β, how soon easy samples are forgotten; 1 to 100.</param>
public readonly struct QualityFocalLoss(double beta) : IPointwiseLoss<QualityFocalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 2, new Domain(1, 100, true, true), "how soon easy samples are forgotten");

    private readonly Parameter _less = new(@"(\beta - 1)", beta - 1);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "quality-focal",
        Title = "quality focal",
        Use = "Targets between 0 and 1, as the overlap of a detected box, where easy samples drown the hard ones.",
        Avoid = "Probabilities are wanted: it is not proper. Take binary cross entropy, which takes shares too.",
        Reference = "X. Li et al., Generalized Focal Loss: Learning Qualified and Distributed Bounding Boxes for Dense "
            + "Object Detection, 2020, arXiv:2006.04388",
        Aliases = ["qfl"],
        Names = new() { Chinese = "质量焦点损失" },
        Translations =
        [
            new(
                "mmdet.models.losses.QualityFocalLoss(beta=2.0)",
                "quality-focal:beta={beta}",
                "targets are a class and its quality; summed over the classes"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Link = Link.Logit,
        Parameters = [BetaCard],
    };

    /// <summary>How soon easy samples are forgotten.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = Math.IEEERemainder(Beta.Value, 2) == 0 ? int.MaxValue : (int)Math.Ceiling(Beta.Value) - 1,
        LipschitzConstant = SteepestSlope.Of(this),
        IsCalibrated = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane ofPositive = TLane.Softplus(-prediction, out TLane q);
        TLane ofNegative = TLane.Softplus(prediction, out TLane p);
        TLane rest = 1 - target;
        return TLane.Pow(TLane.Abs((rest * p) - (target * q)), Beta) * ((target * ofPositive) + (rest * ofNegative));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: one exponential serves both classes, and a perfect prediction pulls nowhere.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(QualityFocalLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane rest = 1 - target;
        TLane d = (rest * p) - (target * q);
        TLane entropy = (target * ofPositive) + (rest * ofNegative);
        TLane size = TLane.Abs(d);
        TLane power = TLane.Pow(size, loss._less);
        TLane pull = (size * d) + (loss.Beta * (TLane.Sign(d) * (p * (q * entropy))));
        return new(power * (size * entropy), power * pull);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(QualityFocalLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        // With s = p q: d′ = s, H′ = d, s′ = s (q − p).
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane rest = 1 - target;
        TLane d = (rest * p) - (target * q);
        TLane entropy = (target * ofPositive) + (rest * ofNegative);
        TLane spread = p * q;
        TLane size = TLane.Abs(d);
        TLane power = TLane.Pow(size, loss._less);
        TLane sign = TLane.Sign(d);
        TLane slope = power * ((size * d) + (loss.Beta * (sign * (spread * entropy))));
        TLane perSize = TLane.WhereLess(0, size, spread / size, 0);
        TLane bend = (loss.Beta * (loss._less * (perSize * entropy)))
            + (loss.Beta * ((2 * size) + (sign * ((q - p) * entropy)))) + size;
        return new(power * (size * entropy), slope, power * (spread * bend));
    }
}
