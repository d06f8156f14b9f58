using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A value is to be the return, but is not moved further from the old value than a clip allows.</summary>
/// <remarks>
/// <code>
/// L = ½ max((v − R)², (v₀ + clamp(v − v₀, −ε, ε) − R)²)
/// </code>
/// Reference: P. Dhariwal et al., OpenAI Baselines, 2017, https://github.com/openai/baselines; J. Schulman et al.,
/// 2017, arXiv:1707.06347.
/// </remarks>
/// <param name="epsilon">How far the value may move in one update, in the return's unit; positive.</param>
public readonly struct ProximalValueLoss(double epsilon) : IFormulaLoss<ProximalValueLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 0.2, Domain.Positive,
        "how far the value may move in one update, in the return's unit");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ppo-value-clip",
        Title = "clipped value loss (PPO)",
        Use = "Training the value function beside a clipped policy.",
        Avoid = "Rewards are not scaled: the clip has their unit.",
        Reference = "P. Dhariwal et al., OpenAI Baselines, 2017, https://github.com/openai/baselines; J. Schulman "
            + "et al., Proximal Policy Optimization Algorithms, 2017, arXiv:1707.06347",
        Aliases = ["clipped-value"],
        Names = new() { Chinese = "PPO 价值裁剪损失" },
        Translations =
        [
            new(
                "trl.PPOConfig(cliprange_value=0.2)",
                "ppo-value-clip:epsilon={cliprange_value}",
                "multiplied by vf_coef=0.1"),
        ],
        Tasks = LossTask.Reinforcement,
        Parameters = [EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("value", "v", InputKind.Real, "…", "the predicted value") { IsDifferentiable = true },
        new("old-value", "v_0", InputKind.Real, "…", "the value predicted when the action was taken"),
        new("return", "R", InputKind.Real, "…", "the return that came"),
    ];

    /// <summary>How far the value may move in one update, in the return's unit.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane free = x[0] - x[2];
        TLane clipped = x[1] + TLane.Clamp(x[0] - x[1], -(TLane)Epsilon, Epsilon) - x[2];
        return 0.5 * TLane.Max(free * free, clipped * clipped);
    }
}
