using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The squared error of the probability of a logit: proper like cross entropy, but bounded.</summary>
/// <remarks>
/// With p = σ(z), q = σ(−z) and d = p − t = (1 − t) p − t q, which keeps its digits where the prediction is right:
/// <code>
/// L(z, t)   = (σ(z) − t)²
/// ∂L/∂z     = 2 d p q
/// ∂²L/∂z²   = 2 p q (p q + d (q − p))
/// </code>
/// Its gradient fades where a prediction is confident and wrong. On probabilities the squared loss is the Brier score.
/// Reference: G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78
/// (1950) 1–3.
/// </remarks>
public readonly struct BrierLoss : IPointwiseLoss<BrierLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "brier",
        Title = "Brier score",
        Use = "Two classes with some wrong labels, where the probability is wanted; or to judge probabilities.",
        Avoid = "Training starts far off: where it is confidently wrong its gradient fades. binary-cross-entropy pulls "
            + "hardest there.",
        Reference = "G. W. Brier, Verification of Forecasts Expressed in Terms of Probability, 1950, "
            + "doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2",
        Aliases = ["brier-score"],
        Names = new()
        {
            ScikitLearn = "brier_score_loss",
            Chinese = "Brier 分数",
        },
        Translations =
        [
            new("sklearn.metrics.brier_score_loss()", "brier", "takes probabilities; those of two classes"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Link = Link.Logit,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 8.0 / 27,
        IsBounded = true,
        IsRedescending = true,
        IsProper = true,
        IsCalibrated = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return TLane.Pow(TLane.Sigmoid(prediction) - target, 2);
        }

        TLane difference = ((1 - target) * TLane.Sigmoid(prediction)) - (target * TLane.Sigmoid(-prediction));
        return difference * difference;
    }

    /// <inheritdoc/>
    /// <remarks>By hand: both probabilities share one exponential.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(BrierLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane.Probabilities(prediction, out TLane p, out TLane q);
        TLane difference = ((1 - target) * p) - (target * q);
        return new(difference * difference, 2 * (difference * (p * q)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(BrierLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane.Probabilities(prediction, out TLane p, out TLane q);
        TLane difference = ((1 - target) * p) - (target * q);
        TLane spread = p * q;
        return new(
            difference * difference,
            2 * (difference * spread),
            2 * (spread * (spread + (difference * (q - p)))));
    }
}
