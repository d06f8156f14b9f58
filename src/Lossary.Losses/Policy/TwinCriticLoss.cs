using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Two values are to be the reward and the smaller of two values that follow.</summary>
/// <remarks>
/// <code>
/// L = (q − y)² + (q' − y)²
/// y = r + γ (1 − d) min(n, n')
/// </code>
/// y is a constant: n and n' come from target networks, for the target policy's action with a little clipped noise.
/// Reference: S. Fujimoto, H. van Hoof, D. Meger, Addressing Function Approximation Error in Actor-Critic Methods,
/// 2018, arXiv:1802.09477.
/// </remarks>
/// <param name="discount">What a reward one step later is worth; 0 to 1.</param>
public readonly struct TwinCriticLoss(double discount) : IFormulaLoss<TwinCriticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "td3-critic",
        Title = "twin delayed critics (TD3)",
        Use = "Continuous actions learned from a memory of steps, with a policy that is not random.",
        Avoid = "The policy explores badly on its own: take sac-critic.",
        Reference = "S. Fujimoto, H. van Hoof, D. Meger, Addressing Function Approximation Error in Actor-Critic "
            + "Methods, 2018, arXiv:1802.09477",
        Aliases = ["clipped-double-q"],
        Names = new() { Chinese = "TD3 评论家损失" },
        Translations =
        [
            new("stable_baselines3.TD3(gamma=0.99)", "td3-critic:discount={gamma}"),
        ],
        Tasks = LossTask.Reinforcement,
        Parameters = [PolicyInputs.Discount],
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
        new("done", "d", InputKind.Flag, "…", "1 where the episode ended") { IsOptional = true },
    ];

    /// <summary>What a reward one step later is worth.</summary>
    public Parameter Discount { get; } = PolicyInputs.Discount.Bind(discount);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane target = x[2] + (Discount * ((1 - x[5]) * TLane.Min(x[3], x[4])));
        TLane first = x[0] - target, second = x[1] - target;
        return (first * first) + (second * second);
    }
}
