using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The likelihood of a log-normal time to an event, of which some are censored.</summary>
/// <remarks>
/// <code>
/// L = δ (½z² + ½ ln 2π + s) − (1 − δ) ln Φ(−z)
/// </code>
/// z = (ln t − μ) e^(−s) with the scale e^s. It is the density of ln t: that of t has another ln t, which no prediction
/// moves. Reference: J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2nd edition
/// 2002, doi:10.1002/9781118032985.
/// </remarks>
public readonly struct LogNormalAcceleratedLoss : IFormulaLoss<LogNormalAcceleratedLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-normal-aft",
        Title = "log-normal accelerated failure time",
        Use = "Times to an event that come of many factors multiplied: repairs, incubation.",
        Avoid = "Heavy tails of late events. Take log-logistic-aft.",
        Reference = "J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, "
            + "2002, doi:10.1002/9781118032985",
        Names = new() { Chinese = "对数正态加速失效时间损失" },
        Translations =
        [
            new(
                "lifelines.LogNormalAFTFitter()",
                "log-normal-aft",
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
        LifetimeFormulas<NormalLifetime>.Censored(x);
}
