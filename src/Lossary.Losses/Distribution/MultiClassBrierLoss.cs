using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The squared distance between the probabilities and the target: proper like cross entropy, but bounded.
/// </summary>
/// <remarks>
/// With p = softmax(z) and t the one-hot target or its shares:
/// <code>
/// L = Σₖ (pₖ − tₖ)²     at most 2
/// ∂L/∂zⱼ = 2 pⱼ ((pⱼ − tⱼ) − Σₖ pₖ (pₖ − tₖ))
/// </code>
/// On two classes it is twice the Brier score of one of them. Reference: G. W. Brier, "Verification of Forecasts
/// Expressed in Terms of Probability", Monthly Weather Review 78 (1950) 1–3,
/// doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2.
/// </remarks>
public readonly struct MultiClassBrierLoss : IDistributionLoss<MultiClassBrierLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-class-brier",
        Title = "Brier score of several classes",
        Use = "Several classes, where probabilities are wanted and a confident error must not count without bound.",
        Avoid = "Training starts far off, or classes are many: where it is confidently wrong its gradient fades. "
            + "cross-entropy pulls there.",
        Reference = "G. W. Brier, Verification of Forecasts Expressed in Terms of Probability, 1950, "
            + "doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2",
        Aliases = ["multiclass-brier", "quadratic-score"],
        Names = new() { ScikitLearn = "brier_score_loss", Chinese = "布里尔分数" },
        Translations =
        [
            new(
                "sklearn.metrics.brier_score_loss(scale_by_half=False)",
                "multi-class-brier",
                "takes probabilities of each class"),
        ],
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 0.5,
        SmoothnessConstant = 2,
        IsBounded = true,
        IsProper = true,
        IsCalibrated = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    /// <remarks>Where the share is large, p − t from exp(ℓ) − 1, which keeps its digits near p = 1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability, TLane share) where TLane : struct, ILane<TLane>
    {
        TLane excess = TLane.WhereLess(
            0.5, share, TLane.ExpM1(logProbability) + (1 - share), TLane.Exp(logProbability) - share);
        return excess * excess;
    }

    /// <inheritdoc/>
    /// <remarks>By hand: half the work of the derived form.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(MultiClassBrierLoss loss, TLane logProbability, TLane share)
        where TLane : struct, ILane<TLane>
    {
        TLane m = TLane.ExpM1(logProbability, out TLane p);
        TLane excess = TLane.WhereLess(0.5, share, m + (1 - share), p - share);
        return new(excess * excess, 2 * (excess * p));
    }
}
