using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The squared distance between cumulative probabilities: proper as the Brier score, but a class that is two steps off
/// costs more than its neighbour.
/// </summary>
/// <remarks>
/// With p = softmax(z), Pₖ = p₁ + … + pₖ and Tₖ the same of the target, over the K − 1 boundaries between classes:
/// <code>
/// L = Σₖ f(Pₖ − Tₖ)   f(d) = d²   at most K − 1
/// ∂L/∂zⱼ = pⱼ (Σ_{k ≥ j} f′(dₖ) (1 − Pₖ) − Σ_{k &lt; j} f′(dₖ) Pₖ)
/// </code>
/// Classes are numbered in their order. A sure prediction that is m classes off costs m, so that it generalises the
/// absolute error of the class number; on two classes it is the Brier score of one of them. Others divide by K − 1.
/// Reference: E. S. Epstein, "A Scoring System for Probability Forecasts of Ranked Categories", Journal of Applied
/// Meteorology 8 (1969) 985–987, doi:10.1175/1520-0450(1969)008&lt;0985:ASSFPF&gt;2.0.CO;2.
/// </remarks>
public readonly struct RankedProbabilityLoss : IOrdinalLoss<RankedProbabilityLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ranked-probability",
        Title = "ranked probability score",
        Use = "Ordered classes, as grades or stages, where a near miss is better than a far one and probabilities are "
            + "wanted.",
        Avoid = "Classes have no order: multi-class-brier, or cross-entropy. Far-off starts learn slowly.",
        Reference = "E. S. Epstein, A Scoring System for Probability Forecasts of Ranked Categories, 1969, "
            + "doi:10.1175/1520-0450(1969)008<0985:ASSFPF>2.0.CO;2",
        Aliases = ["ranked-probability-score", "rps", "squared-earth-movers-distance"],
        Names = new() { Chinese = "等级概率评分" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        StrongConvexity = 2,
        Smoothness = int.MaxValue,
        LipschitzConstant = 2,
        SmoothnessConstant = 2,
        IsBounded = true,
        IsSymmetric = true,
        IsProper = true,
        IsCalibrated = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane difference) where TLane : struct, ILane<TLane> => difference * difference;
}
