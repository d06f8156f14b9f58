using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The likelihood of a log-logistic time to an event, of which some are censored.</summary>
/// <remarks>
/// <code>
/// L = ln(1 + e^z) + δ (ln(1 + e^(−z)) + s)
/// </code>
/// z = (ln t − μ) e^(−s) with the scale e^s. It is the density of ln t: that of t has another ln t, which no prediction
/// moves. Reference: J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2nd edition
/// 2002, doi:10.1002/9781118032985.
/// </remarks>
public readonly struct LogLogisticAcceleratedLoss : IFormulaLoss<LogLogisticAcceleratedLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-logistic-aft",
        Title = "log-logistic accelerated failure time",
        Use = "Times to an event whose risk rises and falls again; late events hardly disturb it.",
        Avoid = "A risk that only rises. Take weibull-aft.",
        Reference = "J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, "
            + "2002, doi:10.1002/9781118032985",
        Names = new() { Chinese = "对数逻辑加速失效时间损失" },
        Translations =
        [
            new(
                "lifelines.LogLogisticAFTFitter()",
                "log-logistic-aft",
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
        LifetimeFormulas<LogisticLifetime>.Censored(x);
}
