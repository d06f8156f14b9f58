using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A policy is to take actions of high value, and to stay random.</summary>
/// <remarks>
/// <code>
/// L = α ℓ − min(q, q')
/// </code>
/// The action is drawn so that it is differentiable by the policy; ℓ is its log-probability, q and q' its values.
/// Reference: T. Haarnoja, A. Zhou, P. Abbeel, S. Levine, Soft Actor-Critic: Off-Policy Maximum Entropy Deep
/// Reinforcement Learning with a Stochastic Actor, 2018, arXiv:1801.01290.
/// </remarks>
/// <param name="alpha">What entropy is worth, in units of reward; not negative.</param>
public readonly struct SoftActorLoss(double alpha) : IFormulaLoss<SoftActorLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.2, Domain.NonNegative, "what entropy is worth, in units of reward");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sac-actor",
        Title = "soft actor-critic, actor",
        Use = "The policy of sac-critic.",
        Avoid = "Actions cannot be drawn differentiably: take reinforce or ppo-clip.",
        Reference = "T. Haarnoja, A. Zhou, P. Abbeel, S. Levine, Soft Actor-Critic: Off-Policy Maximum Entropy Deep "
            + "Reinforcement Learning with a Stochastic Actor, 2018, arXiv:1801.01290",
        Names = new() { Chinese = "SAC 策略损失" },
        Tasks = LossTask.Reinforcement,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-probability", @"\ell", InputKind.Real, "…", "the log-probability of the action drawn")
        {
            IsDifferentiable = true,
        },
        new("first", "q", InputKind.Real, "…", "the value that the first network predicts") { IsDifferentiable = true },
        new("second", "q'", InputKind.Real, "…", "the value that the second network predicts")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>What entropy is worth, in units of reward.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        (Alpha * x[0]) - TLane.Min(x[1], x[2]);
}
