using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The Kullback–Leibler divergence of amounts that need not sum to 1, such as intensities or counts.</summary>
/// <remarks>
/// For each entry, with amount p predicted and amount t as target:
/// <code>
/// L(p, t) = t ln(t / p) − t + p     p where t = 0, ∞ where only p = 0
/// ∂L/∂p   = 1 − t / p
/// </code>
/// It is half the Poisson deviance. Reference: I. Csiszár, "Why Least Squares and Maximum Entropy?", Annals of
/// Statistics 19 (1991) 2032–2066, doi:10.1214/aos/1176348385.
/// </remarks>
public readonly struct GeneralisedKullbackLeiblerLoss : IPointwiseLoss<GeneralisedKullbackLeiblerLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "generalised-kullback-leibler",
        Title = "generalised Kullback–Leibler divergence",
        Use =
            "Amounts of 0 and above as targets, for a model that predicts amounts themselves, such as a factorisation.",
        Avoid =
            "Amounts are probabilities that sum to 1: kullback-leibler is simpler. Models with a log link: poisson.",
        Reference = "I. Csiszár, Why Least Squares and Maximum Entropy?, 1991, doi:10.1214/aos/1176348385",
        Aliases =
        [
            "generalized-kullback-leibler", "i-divergence", "generalised-kl", "generalised-kl-divergence",
            "convex-kl",
        ],
        Names = new() { ScikitLearn = "kullback-leibler", Chinese = "广义KL散度" },
        Translations =
        [
            new(
                "optax.convex_kl_divergence()",
                "generalised-kullback-leibler",
                "takes logarithms of the amounts, and sums the last axis"),
            new(
                "sklearn.decomposition.NMF(beta_loss=\"kullback-leibler\")",
                "generalised-kullback-leibler",
                "summed over all entries"),
            new("scipy.special.kl_div()", "generalised-kullback-leibler", "takes the target first"),
        ],
        Target = Domain.NonNegative,
        Prediction = Domain.NonNegative,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        IsProper = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane excess = prediction - target;
        return TLane.WhereAtMost(
            TLane.Abs(target), 0, prediction, excess - (target * Stable.LogOfRatio(prediction, target)));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the derived form loses the digits of a prediction far below the target.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(GeneralisedKullbackLeiblerLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        new(
            loss.Value(prediction, target),
            TLane.WhereAtMost(TLane.Abs(target), 0, 1 + (0 * prediction), (prediction - target) / prediction));

    /// <inheritdoc/>
    /// <remarks>By hand: beside the derived one the slope of what was impossible would be NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(GeneralisedKullbackLeiblerLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> slope = Slope(loss, prediction, target);
        TLane curvature = TLane.WhereAtMost(TLane.Abs(target), 0, 0 * prediction, target / prediction / prediction);
        return new(slope.Value, slope.Slope, curvature);
    }
}
