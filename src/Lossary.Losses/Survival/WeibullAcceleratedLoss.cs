using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The likelihood of a Weibull-distributed time to an event, of which some are censored.</summary>
/// <remarks>
/// <code>
/// L = δ (s − z) + e^z
/// </code>
/// z = (ln t − μ) e^(−s) with the scale e^s. It is the density of ln t: that of t has another ln t, which no prediction
/// moves. Reference: J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2nd edition
/// 2002, doi:10.1002/9781118032985.
/// </remarks>
public readonly struct WeibullAcceleratedLoss : IFormulaLoss<WeibullAcceleratedLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "weibull-aft",
        Title = "Weibull accelerated failure time",
        Use = "Times to an event whose risk rises or falls steadily: wear, early failures.",
        Avoid = "A risk that rises and falls again. Take log-logistic-aft.",
        Reference = "J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, "
            + "2002, doi:10.1002/9781118032985",
        Names = new() { Chinese = "威布尔加速失效时间损失" },
        Translations =
        [
            new(
                "torchsurv.loss.weibull.neg_log_likelihood_weibull()",
                "weibull-aft",
                "takes the logarithms of scale and shape; ln t is added for events"),
            new(
                "lifelines.WeibullAFTFitter()",
                "weibull-aft",
                "fitted by maximum likelihood; ln t is added for events"),
        ],
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [.. SurvivalInputs.Parameters, .. SurvivalInputs.Times];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        LifetimeFormulas<ExtremeLifetime>.Censored(x);
}
