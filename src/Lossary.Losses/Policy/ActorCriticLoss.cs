using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A policy and its value function together, and some entropy that keeps it trying.</summary>
/// <remarks>
/// <code>
/// L = −A ℓ + c ½ (v − R)² − e H
/// </code>
/// Reference: V. Mnih et al., Asynchronous Methods for Deep Reinforcement Learning, 2016, arXiv:1602.01783.
/// </remarks>
/// <param name="valueWeight">What the value weighs; not negative.</param>
/// <param name="entropyWeight">What the entropy weighs; not negative.</param>
public readonly struct ActorCriticLoss(double valueWeight, double entropyWeight)
    : IFormulaLoss<ActorCriticLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ValueWeightCard = new(
        "value-weight", "c", 0.5, Domain.NonNegative, "what the value weighs");

    private static readonly ParameterCard EntropyWeightCard = new(
        "entropy-weight", "e", 0.01, Domain.NonNegative, "what the entropy weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "a2c",
        Title = "advantage actor critic (A2C)",
        Use = "Training a policy and a value function with a common body.",
        Avoid =
            "A batch is used for several updates: the gradient is wrong from the second on. ppo-clip is made for that.",
        Reference = "V. Mnih et al., Asynchronous Methods for Deep Reinforcement Learning, 2016, arXiv:1602.01783",
        Aliases = ["actor-critic"],
        Names = new() { Chinese = "A2C 损失" },
        Translations =
        [
            new(
                "stable_baselines3.A2C(vf_coef=0.5, ent_coef=0.0)",
                "a2c:value-weight={2*vf_coef},entropy-weight={ent_coef}",
                "its squared error is not halved"),
        ],
        Tasks = LossTask.Reinforcement,
        Parameters = [ValueWeightCard, EntropyWeightCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-probability", @"\ell", InputKind.Real, "…", "the policy's log-probability of the action taken")
        {
            IsDifferentiable = true,
        },
        new("advantage", "A", InputKind.Real, "…", "how much better the action was than expected"),
        new("value", "v", InputKind.Real, "…", "the predicted value") { IsDifferentiable = true },
        new("return", "R", InputKind.Real, "…", "the return that came"),
        new("entropy", "H", InputKind.Real, "…", "the policy's entropy") { IsDifferentiable = true },
    ];

    /// <summary>What the value weighs.</summary>
    public Parameter ValueWeight { get; } = ValueWeightCard.Bind(valueWeight);

    /// <summary>What the entropy weighs.</summary>
    public Parameter EntropyWeight { get; } = EntropyWeightCard.Bind(entropyWeight);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane error = x[2] - x[3];
        return (0.5 * (ValueWeight * (error * error))) - (x[1] * x[0]) - (EntropyWeight * x[4]);
    }
}
