using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Two values are to be the reward, the smaller of two values that follow, and what their policy's entropy is worth.
/// </summary>
/// <remarks>
/// <code>
/// L = ½ (q − y)² + ½ (q' − y)²
/// y = r + γ (1 − d) (min(n, n') − α ℓ)
/// </code>
/// y is a constant: n and n' come from target networks, for an action that the policy draws in the next state, ℓ its
/// log-probability. Reference: T. Haarnoja, A. Zhou, P. Abbeel, S. Levine, Soft Actor-Critic: Off-Policy Maximum
/// Entropy Deep Reinforcement Learning with a Stochastic Actor, 2018, arXiv:1801.01290.
/// </remarks>
/// <param name="discount">What a reward one step later is worth; 0 to 1.</param>
/// <param name="alpha">What entropy is worth, in units of reward; not negative.</param>
public readonly struct SoftCriticLoss(double discount, double alpha) : IFormulaLoss<SoftCriticLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.2, Domain.NonNegative, "what entropy is worth, in units of reward");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sac-critic",
        Title = "soft actor-critic, critics",
        Use = "Continuous actions learned from a memory of steps, with a random policy.",
        Avoid = "Actions are few and discrete: take temporal-difference.",
        Reference = "T. Haarnoja, A. Zhou, P. Abbeel, S. Levine, Soft Actor-Critic: Off-Policy Maximum Entropy Deep "
            + "Reinforcement Learning with a Stochastic Actor, 2018, arXiv:1801.01290",
        Names = new() { Chinese = "SAC 评论家损失" },
        Translations =
        [
            new(
                "stable_baselines3.SAC(gamma=0.99)",
                "sac-critic:discount={gamma}",
                "ent_coef is learnt there by default"),
        ],
        Tasks = LossTask.Reinforcement,
        Parameters = [PolicyInputs.Discount, AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("first", "q", InputKind.Real, "…", "the value that the first network predicts") { IsDifferentiable = true },
        new("second", "q'", InputKind.Real, "…", "the value that the second network predicts")
        {
            IsDifferentiable = true,
        },
        new("reward", "r", InputKind.Real, "…", "the reward that came"),
        new("next-first", "n", InputKind.Real, "…", "what the first target network predicts for the next step"),
        new("next-second", "n'", InputKind.Real, "…", "what the second target network predicts for the next step"),
        new("next-log-probability", @"\ell", InputKind.Real, "…", "the log-probability of the next action"),
        new("done", "d", InputKind.Flag, "…", "1 where the episode ended") { IsOptional = true },
    ];

    /// <summary>What a reward one step later is worth.</summary>
    public Parameter Discount { get; } = PolicyInputs.Discount.Bind(discount);

    /// <summary>What entropy is worth, in units of reward.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane next = TLane.Min(x[3], x[4]) - (Alpha * x[5]);
        TLane target = x[2] + (Discount * ((1 - x[6]) * next));
        TLane first = x[0] - target, second = x[1] - target;
        return 0.5 * ((first * first) + (second * second));
    }
}
