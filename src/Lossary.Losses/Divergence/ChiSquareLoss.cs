using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Pearson's χ² of a target distribution from a predicted one: squared differences by what was expected.
/// </summary>
/// <remarks>
/// For each entry, with probability p predicted and probability t as target:
/// <code>
/// L(p, t)  = (t − p)² / p
/// ∂L/∂p    = (p − t) (p + t) / p²
/// ∂²L/∂p²  = 2 t² / p³
/// </code>
/// Near the target it is twice the Kullback–Leibler divergence, far from it larger. Reference: K. Pearson, "On the
/// Criterion that a Given System of Deviations…", Philosophical Magazine 50 (1900) 157–175.
/// </remarks>
public readonly struct ChiSquareLoss : IPointwiseLoss<ChiSquareLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "chi-square",
        Title = "χ² divergence",
        Use = "Distributions as targets, where the prediction must not be too small anywhere.",
        Avoid = "Predictions near 0 where targets are not: a single one rules. Take the Jensen–Shannon divergence.",
        Reference = "K. Pearson, On the Criterion that a Given System of Deviations…, 1900, "
            + "doi:10.1080/14786440009463897",
        Aliases = ["pearson-chi-square", "chi2"],
        Names = new() { Chinese = "卡方散度" },
        Target = Domain.NonNegative,
        Prediction = Domain.Positive,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane difference = target - prediction;
        return typeof(TLane) == typeof(Symbol)
            ? difference * difference / prediction
            : difference * (difference / prediction);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: near the target the derived form subtracts near numbers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(ChiSquareLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane relative = (prediction - target) / prediction;
        return new((prediction - target) * relative, relative * (1 + (target / prediction)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(ChiSquareLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, prediction, target);
        TLane ratio = target / prediction;
        return new(dual.Value, dual.Slope, 2 * (ratio * (ratio / prediction)));
    }
}
