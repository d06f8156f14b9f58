using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A policy is to take good actions more often, but not to move further from where the actions were taken than a clip
/// allows.
/// </summary>
/// <remarks>
/// <code>
/// L = −min(ρ A, clamp(ρ, 1 − ε, 1 + ε) A)     with ρ = e^(ℓ − ℓ₀)
/// </code>
/// Old log-probabilities and advantages are constants. ℓ − ℓ₀ is kept at 20 or less. Reference: J. Schulman et al.,
/// Proximal Policy Optimization Algorithms, 2017, arXiv:1707.06347.
/// </remarks>
/// <param name="epsilon">How far the ratio may move in one update; between 0 and 1.</param>
public readonly struct ProximalPolicyLoss(double epsilon) : IFormulaLoss<ProximalPolicyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 0.2, new Domain(0, 1, false, false), "how far the ratio may move in one update");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ppo-clip",
        Title = "clipped policy objective (PPO)",
        Use = "Several updates of a policy from one batch of actions.",
        Avoid = "Each batch is used for a single update: nothing is clipped then, and reinforce or a2c is the same "
            + "with less.",
        Reference = "J. Schulman et al., Proximal Policy Optimization Algorithms, 2017, arXiv:1707.06347",
        Aliases = ["ppo"],
        Names = new() { Chinese = "PPO 裁剪损失" },
        Translations =
        [
            new("trl.PPOConfig(cliprange=0.2)", "ppo-clip:epsilon={cliprange}"),
            new(
                "stable_baselines3.PPO(clip_range=0.2)",
                "ppo-clip:epsilon={clip_range}",
                "vf_coef=0.5 times the squared error of the value, and −ent_coef times the entropy, are added"),
        ],
        Tasks = LossTask.Reinforcement,
        Parameters = [EpsilonCard],
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

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane ratio = PolicyInputs.Ratio(x[0], x[1]);
        TLane clipped = TLane.Clamp(ratio, 1 - (TLane)Epsilon, 1 + (TLane)Epsilon);
        return -TLane.Min(ratio * x[2], clipped * x[2]);
    }
}
