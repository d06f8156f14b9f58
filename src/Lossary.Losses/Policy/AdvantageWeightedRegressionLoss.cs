using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A policy imitates actions of a data set, good ones exponentially more.</summary>
/// <remarks>
/// <code>
/// L = −min(e^(A / β), w) ℓ
/// </code>
/// Reference: X. B. Peng et al., Advantage-Weighted Regression: Simple and Scalable Off-Policy Reinforcement Learning,
/// 2019, arXiv:1910.00177.
/// </remarks>
/// <param name="beta">The advantage that multiplies an action's weight by e; positive.</param>
/// <param name="limit">The largest weight; positive.</param>
public readonly struct AdvantageWeightedRegressionLoss(double beta, double limit)
    : IFormulaLoss<AdvantageWeightedRegressionLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.Positive, "the advantage that multiplies an action's weight by e");

    private static readonly ParameterCard LimitCard = new("limit", "w", 20, Domain.Positive, "the largest weight");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "advantage-weighted-regression",
        Title = "advantage-weighted regression (AWR)",
        Use = "Learning a policy from actions taken by others.",
        Avoid = "The actions on record are all poor: it imitates the best among them, and goes no further.",
        Reference = "X. B. Peng et al., Advantage-Weighted Regression: Simple and Scalable Off-Policy Reinforcement "
            + "Learning, 2019, arXiv:1910.00177",
        Aliases = ["awr", "awac"],
        Names = new() { Chinese = "优势加权回归损失" },
        Tasks = LossTask.Reinforcement,
        Parameters = [BetaCard, LimitCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-probability", @"\ell", InputKind.Real, "…", "the policy's log-probability of the action taken")
        {
            IsDifferentiable = true,
        },
        new("advantage", "A", InputKind.Real, "…", "how much better the action was than expected"),
    ];

    /// <summary>The advantage that multiplies an action's weight by e.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>The largest weight.</summary>
    public Parameter Limit { get; } = LimitCard.Bind(limit);

    private readonly Parameter _inverse = new(@"\beta^{-1}", 1 / beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -(TLane.AtMost(TLane.Exp(x[1] * _inverse), Limit) * x[0]);
}
