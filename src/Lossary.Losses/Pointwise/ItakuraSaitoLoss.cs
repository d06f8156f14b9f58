using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The divergence of a positive target from a positive prediction that only their ratio counts for.</summary>
/// <remarks>
/// With e = (t − p) / p, prediction p and target t:
/// <code>
/// L        = t/p − ln(t/p) − 1 = e − ln(1 + e)
/// ∂L/∂p    = −e / p
/// ∂²L/∂p²  = (1 + 2e) / p²
/// </code>
/// The Bregman divergence of −ln: it elicits the mean. Not convex where the prediction is above twice the target. Half
/// the gamma deviance: <see cref="GammaLoss"/> of p = eᶻ less what it is at p = t, and convex in z. Econometrics calls
/// it QLIKE. References: F. Itakura, S. Saito, "Analysis Synthesis Telephony Based on the Maximum Likelihood Method",
/// 1968; A. J. Patton, "Volatility Forecast Comparison Using Imperfect Volatility Proxies", Journal of Econometrics 160
/// (2011).
/// </remarks>
public readonly struct ItakuraSaitoLoss : IPointwiseLoss<ItakuraSaitoLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "itakura-saito",
        Title = "Itakura–Saito divergence",
        Use = "Positive amounts from positive predictions, as variances or power spectra, where ratios count.",
        Avoid = "A model whose output may be any number: train gamma, the same divergence of the logarithm.",
        Reference = "A. J. Patton, Volatility Forecast Comparison Using Imperfect Volatility Proxies, 2011, "
            + "doi:10.1016/j.jeconom.2010.03.034",
        Aliases = ["qlike"],
        Names = new() { Chinese = "板仓-斋藤散度" },
        Translations =
        [
            new("sklearn.decomposition.NMF(beta_loss=\"itakura-saito\")", "itakura-saito", "summed over all entries"),
        ],
        Tasks = LossTask.Regression,
        Target = Domain.Positive,
        Prediction = Domain.Positive,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, Functional = Functional.Mean };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return (target / prediction) - TLane.Log(target / prediction) - 1;
        }

        return Of(prediction, target);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: near the target the derived form subtracts near numbers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(ItakuraSaitoLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane relative = (target - prediction) / prediction;
        return new(Of(prediction, target), -(relative / prediction));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(ItakuraSaitoLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane relative = (target - prediction) / prediction;
        return new(
            Of(prediction, target), -(relative / prediction), (1 + (2 * relative)) / prediction / prediction);
    }

    /// <summary>Where the target is tiny beside the prediction, ln(1 + e) has no digit left, but ln(t/p) has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Of<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane relative = (target - prediction) / prediction;
        TLane far = relative - (TLane.Log(target) - TLane.Log(prediction));
        return TLane.WhereLess(TLane.Abs(relative - 0.25), 0.75, Stable.LessLog1P(relative), far);
    }
}
