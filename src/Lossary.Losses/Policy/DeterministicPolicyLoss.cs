using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A policy is to take actions of high value.</summary>
/// <remarks>
/// <code>
/// L = −q
/// </code>
/// The gradient reaches the policy through the action that q is of. TD3 takes the first of its two values, at every
/// second step. Reference: D. Silver, G. Lever, N. Heess, T. Degris, D. Wierstra, M. Riedmiller, Deterministic Policy
/// Gradient Algorithms, ICML 2014.
/// </remarks>
public readonly struct DeterministicPolicyLoss : IFormulaLoss<DeterministicPolicyLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "deterministic-policy",
        Title = "deterministic policy",
        Use = "The policy of td3-critic, or of deep deterministic policy gradients.",
        Avoid = "A random policy is wanted: take sac-actor.",
        Reference = "D. Silver, G. Lever, N. Heess, T. Degris, D. Wierstra, M. Riedmiller, Deterministic Policy "
            + "Gradient Algorithms, ICML 2014",
        Aliases = ["td3-actor", "ddpg-actor"],
        Names = new() { Chinese = "确定性策略损失" },
        Tasks = LossTask.Reinforcement,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("value", "q", InputKind.Real, "…", "the predicted value of the policy's action")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -x[0];
}
