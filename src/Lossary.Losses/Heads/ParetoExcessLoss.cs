using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of how far a threshold is exceeded, with a heavy tail.</summary>
/// <remarks>
/// <code>
/// L = s + (1 + 1/ξ) ln(1 + ξ t e^(−s))
/// </code>
/// e^s is the scale; ξ is the shape, whose inverse is how many moments exist. Reference: J. Pickands, Statistical
/// Inference Using Extreme Order Statistics, 1975, doi:10.1214/aos/1176343003.
/// </remarks>
public readonly struct ParetoExcessLoss : IFormulaLoss<ParetoExcessLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "generalised-pareto",
        Title = "generalised Pareto likelihood",
        Use = "Excesses over a high threshold: losses, floods, delays.",
        Avoid = "Tails are light or end somewhere: take exponential-likelihood or weibull-likelihood.",
        Reference = "J. Pickands, Statistical Inference Using Extreme Order Statistics, 1975, "
            + "doi:10.1214/aos/1176343003",
        Aliases = ["lomax"],
        Names = new() { Chinese = "广义帕累托负对数似然" },
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("shape", @"\xi", InputKind.Positive, "…", "the predicted shape") { IsDifferentiable = true },
        new("target", "t", InputKind.Positive, "…", "how far the threshold was exceeded"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane excess = x[2] * TLane.Exp(-x[0]);
        if (typeof(TLane) == typeof(Symbol))
        {
            return x[0] + ((1 + (1 / x[1])) * TLane.Log1P(x[1] * excess));
        }

        // Where ξ e is large, σ + ln(1 + ξ e) is ln(ξ t) + ln(1 + 1/(ξ e)): the slopes by σ cancel on paper.
        TLane product = x[1] * excess;
        TLane large = TLane.WhereLess(1, product, product, 1);
        TLane far = TLane.Log(TLane.AtLeast(x[1], 0)) + TLane.Log(x[2]) + Stable.Log1PCall(1 / large);
        TLane near = x[0] + Stable.Log1PCall(TLane.AtMost(product, 1));
        return TLane.WhereLess(
            1,
            product,
            far + (Stable.Log1PCall(large) / x[1]),
            near + (excess * Stable.Log1POverX(TLane.AtMost(product, 1))));
    }
}
