using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Binary cross entropy in which a missed positive costs more, or less, than a false alarm.</summary>
/// <remarks>
/// With p = σ(z) and q = σ(−z):
/// <code>
/// L(z, t)   = w t ln(1 + e^(−z)) + (1 − t) ln(1 + eᶻ)
/// ∂L/∂z     = (1 − t) p − w t q
/// ∂²L/∂z²   = (1 − t + w t) p q
/// </code>
/// w is PyTorch's pos_weight. With w ≠ 1 the best σ(z) is w P / (1 + (w − 1) P), not the probability P: undo it
/// before use.
/// Reference: G. King, L. Zeng, "Logistic Regression in Rare Events Data", Political Analysis 9 (2001) 137–163.
/// </remarks>
/// <param name="positiveWeight">What a positive counts where a negative counts 1; positive.</param>
public readonly struct WeightedBinaryCrossEntropyLoss(double positiveWeight)
    : IPointwiseLoss<WeightedBinaryCrossEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WeightCard = new(
        "positive-weight", "w", 1, Domain.Positive, "what a positive counts where a negative counts 1");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "weighted-binary-cross-entropy",
        Title = "weighted binary cross entropy",
        Use = "Two classes of which one is rare, or whose mistakes cost differently.",
        Avoid = "Probabilities are wanted as they are: the weight shifts them by ln w. A threshold on plain cross "
            + "entropy often serves.",
        Reference =
            "G. King, L. Zeng, Logistic Regression in Rare Events Data, 2001, doi:10.1093/oxfordjournals.pan.a004868",
        Aliases = ["weighted-bce"],
        Names = new()
        {
            PyTorch = "BCEWithLogitsLoss(pos_weight)",
            XgBoost = "binary:logistic(scale_pos_weight)",
            LightGbm = "binary(scale_pos_weight)",
            Chinese = "加权二元交叉熵",
        },
        Translations =
        [
            new(
                "torch.nn.BCEWithLogitsLoss(pos_weight=1.0)",
                "weighted-binary-cross-entropy:positive-weight={pos_weight}",
                "a tensor there, one weight for each label"),
            new(
                "torch.nn.functional.binary_cross_entropy_with_logits(pos_weight=1.0)",
                "weighted-binary-cross-entropy:positive-weight={pos_weight}",
                "a tensor there, one weight for each label"),
            new(
                "xgboost.XGBClassifier(objective=\"binary:logistic\", scale_pos_weight=1.0)",
                "weighted-binary-cross-entropy:positive-weight={scale_pos_weight}"),
            new(
                "lightgbm.LGBMClassifier(objective=\"binary\", scale_pos_weight=1.0)",
                "weighted-binary-cross-entropy:positive-weight={scale_pos_weight}"),
            new(
                "catboost.CatBoostClassifier(loss_function=\"Logloss\", scale_pos_weight=1.0)",
                "weighted-binary-cross-entropy:positive-weight={scale_pos_weight}"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Link = Link.Logit,
        Parameters = [WeightCard],
    };

    /// <summary>What a positive counts where a negative counts 1.</summary>
    public Parameter PositiveWeight { get; } = WeightCard.Bind(positiveWeight);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = Math.Max(1, PositiveWeight.Value),
        SmoothnessConstant = 0.25 * Math.Max(1, PositiveWeight.Value),
        IsProper = PositiveWeight.Value == 1,
        IsCalibrated = PositiveWeight.Value == 1,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        (PositiveWeight * (target * TLane.Softplus(-prediction))) + ((1 - target) * TLane.Softplus(prediction));

    /// <inheritdoc/>
    /// <remarks>By hand: both costs and both probabilities share one exponential.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(WeightedBinaryCrossEntropyLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane positive = loss.PositiveWeight * target;
        TLane negative = 1 - target;
        return new((positive * ofPositive) + (negative * ofNegative), (negative * p) - (positive * q));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(WeightedBinaryCrossEntropyLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane positive = loss.PositiveWeight * target;
        TLane negative = 1 - target;
        return new(
            (positive * ofPositive) + (negative * ofNegative),
            (negative * p) - (positive * q),
            (negative + positive) * (p * q));
    }
}
