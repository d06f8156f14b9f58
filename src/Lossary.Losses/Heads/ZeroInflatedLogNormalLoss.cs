using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Amounts that are 0 for many and have a long tail for the others: a Bernoulli and a log-normal distribution.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln p                                          where t = 0, with p = σ(z)
/// L = −ln(1 − p) + ln t + ½ ln 2π + s + ½ u²     else, with u = (ln t − μ) e^(−s)
/// </code>
/// Reference: X. Wang, T. Liu, J. Miao, A Deep Probabilistic Model for Customer Lifetime Value Prediction, 2019,
/// arXiv:1912.07753.
/// </remarks>
public readonly struct ZeroInflatedLogNormalLoss : IFormulaLoss<ZeroInflatedLogNormalLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "zero-inflated-log-normal",
        Title = "zero-inflated log-normal likelihood (ZILN)",
        Use = "What a customer will spend, if anything.",
        Avoid = "Zeros and amounts are not parted by a cause: tweedie has one number for both.",
        Reference = "X. Wang, T. Liu, J. Miao, A Deep Probabilistic Model for Customer Lifetime Value Prediction, "
            + "2019, arXiv:1912.07753",
        Aliases = ["ziln"],
        Names = new() { Chinese = "零膨胀对数正态损失" },
        Translations =
        [
            new(
                "lifetime_value.zero_inflated_lognormal_loss()",
                "zero-inflated-log-normal",
                "its first logit is that of a value above 0, and the scale passes a softplus"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("zero-logit", "z", InputKind.Real, "…", "the logit of a zero") { IsDifferentiable = true },
        new("location", @"\mu", InputKind.Real, "…", "the predicted mean of the logarithm") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("target", "t", InputKind.NonNegative, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane log = TLane.Log(TLane.WhereLess(0, x[3], x[3], 1));
        TLane u = (log - x[1]) * TLane.Exp(-x[2]);
        TLane some = TLane.Softplus(x[0]) + log + NamedNumber.HalfLogOf2Pi<TLane>() + x[2] + (0.5 * (u * u));
        return TLane.WhereLess(0, x[3], some, TLane.Softplus(-x[0]));
    }
}
