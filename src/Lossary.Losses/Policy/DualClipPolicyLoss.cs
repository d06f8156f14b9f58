using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The clipped policy objective, bounded also where a bad action has become far likelier.</summary>
/// <remarks>
/// <code>
/// L = −min(ρ A, clip(ρ, 1 ± ε) A), and at most −c A where A &lt; 0,  ρ = e^(ℓ − ℓ₀)
/// </code>
/// Without the second clip a bad action that became likelier has no bound. Reference: D. Ye et al., Mastering Complex
/// Control in MOBA Games with Deep Reinforcement Learning, 2020, arXiv:1912.09729.
/// </remarks>
/// <param name="epsilon">How far the ratio may move in one update; 0 to 1, both out.</param>
/// <param name="limit">The largest ratio of a bad action; above 1.</param>
public readonly struct DualClipPolicyLoss(double epsilon, double limit)
    : IFormulaLoss<DualClipPolicyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 0.2, new Domain(0, 1, false, false), "how far the ratio may move in one update");

    private static readonly ParameterCard LimitCard = new(
        "limit", "c", 3, new Domain(1, double.PositiveInfinity, false, false), "the largest ratio of a bad action");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ppo-dual-clip",
        Title = "dual-clipped policy objective (PPO)",
        Use = "Many actors whose policies lag behind, so that ratios are large.",
        Avoid = "Ratios stay near 1: ppo-clip is the same.",
        Reference = "D. Ye et al., Mastering Complex Control in MOBA Games with Deep Reinforcement Learning, 2020, "
            + "arXiv:1912.09729",
        Names = new() { Chinese = "双重裁剪 PPO 损失" },
        Tasks = LossTask.Reinforcement,
        Parameters = [EpsilonCard, LimitCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-probability", @"\ell", InputKind.Real, "…", "the policy's log-probability of the action taken")
        {
            IsDifferentiable = true,
        },
        new("old-log-probability", @"\ell_0", InputKind.Real, "…", "its log-probability when the action was taken"),
        new("advantage", "A", InputKind.Real, "…", "how much better the action was than expected"),
    ];

    /// <summary>How far the ratio may move in one update.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <summary>The largest ratio of a bad action.</summary>
    public Parameter Limit { get; } = LimitCard.Bind(limit);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane ratio = PolicyInputs.Ratio(x[0], x[1]);
        TLane clipped = TLane.Clamp(ratio, 1 - (TLane)Epsilon, 1 + (TLane)Epsilon);
        TLane once = -TLane.Min(ratio * x[2], clipped * x[2]);
        return TLane.WhereLess(x[2], 0, TLane.Min(once, -(Limit * x[2])), once);
    }
}
