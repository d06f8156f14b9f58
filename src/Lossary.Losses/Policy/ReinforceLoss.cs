using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Actions become likelier by how much more they brought than a baseline.</summary>
/// <remarks>
/// <code>
/// L = −(R − b) ℓ
/// </code>
/// Return and baseline are constants. With the mean of the other answers as the baseline it is RLOO. Reference: R. J.
/// Williams, Simple Statistical Gradient-Following Algorithms for Connectionist Reinforcement Learning, 1992,
/// doi:10.1007/BF00992696.
/// </remarks>
public readonly struct ReinforceLoss : IFormulaLoss<ReinforceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "reinforce",
        Title = "REINFORCE",
        Use = "One update of a policy from each batch of actions.",
        Avoid =
            "A batch is used for several updates, or rewards are noisy: ppo-clip bounds the change, a2c the variance.",
        Reference = "R. J. Williams, Simple Statistical Gradient-Following Algorithms for Connectionist "
            + "Reinforcement Learning, 1992, doi:10.1007/BF00992696",
        Aliases = ["policy-gradient", "rloo"],
        Names = new() { Chinese = "REINFORCE 策略梯度损失" },
        Tasks = LossTask.Reinforcement,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-probability", @"\ell", InputKind.Real, "…", "the policy's log-probability of the action taken")
        {
            IsDifferentiable = true,
        },
        new("return", "R", InputKind.Real, "…", "what the action brought"),
        new("baseline", "b", InputKind.Real, "…", "what was expected, by a value function or the mean of others")
        {
            IsOptional = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -((x[1] - x[2]) * x[0]);
}
