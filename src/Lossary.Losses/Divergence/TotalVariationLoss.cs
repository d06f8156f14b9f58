using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The largest difference that two distributions give to the probability of any event.</summary>
/// <remarks>
/// For each entry, with probability p predicted and probability t as target:
/// <code>
/// L(p, t) = ½ |p − t|      summed over a row from 0 to 1
/// ∂L/∂p   = ½ sign(p − t), 0 where they are equal
/// </code>
/// Reference: A. L. Gibbs, F. E. Su, "On Choosing and Bounding Probability Metrics", International Statistical Review
/// 70 (2002) 419–435.
/// </remarks>
public readonly struct TotalVariationLoss : IPointwiseLoss<TotalVariationLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "total-variation-distance",
        Title = "total variation distance",
        Use = "Distributions as targets, where it counts what share of cases would be told differently.",
        Avoid = "Training from a start far off: it pulls no harder there. Take the Jensen–Shannon divergence.",
        Reference = "A. L. Gibbs, F. E. Su, On Choosing and Bounding Probability Metrics, 2002, "
            + "doi:10.1111/j.1751-5823.2002.tb00178.x",
        Aliases = ["tvd"],
        Names = new() { Chinese = "全变差距离" },
        Translations =
        [
            new("liger_kernel.transformers.LigerTVDLoss()", "total-variation-distance", "sums the last axis"),
        ],
        Target = Domain.NonNegative,
        Prediction = Domain.NonNegative,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, LipschitzConstant = 0.5, Functional = Functional.Median };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        0.5 * TLane.Abs(prediction - target);

    /// <inheritdoc/>
    /// <remarks>By hand: equal ones pull nowhere.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(TotalVariationLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane difference = prediction - target;
        return new(0.5 * TLane.Abs(difference), 0.5 * Stable.Sign(difference));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(TotalVariationLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, prediction, target);
        return new(dual.Value, dual.Slope, 0);
    }
}
