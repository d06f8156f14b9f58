using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// PPO for tokens of answers whose advantages compare them with others to the same prompt, held to a reference model.
/// </summary>
/// <remarks>
/// <code>
/// L = −min(ρ A, clamp(ρ, 1 − ε, 1 + ε′) A) + β (eᵈ − d − 1)     with ρ = e^(ℓ − ℓ₀), d = ℓʳ − ℓ
/// </code>
/// A term is a token; ε′ above ε is DAPO's clip. The variants differ by what is divided by: <see
/// cref="Reduction.Mean"/> over the tokens of the batch is DAPO and BNPO, weights of 1 / length GRPO, a sum over a
/// fixed length Dr. GRPO. Reference: Z. Shao et al., DeepSeekMath: Pushing the Limits of Mathematical Reasoning in Open
/// Language Models, 2024, arXiv:2402.03300.
/// </remarks>
/// <param name="epsilon">How far the ratio may move in one update; between 0 and 1.</param>
/// <param name="epsilonHigh">How far the ratio may rise; positive.</param>
/// <param name="beta">What the divergence from the reference weighs; not negative.</param>
public readonly struct GroupRelativePolicyLoss(double epsilon, double epsilonHigh, double beta)
    : IFormulaLoss<GroupRelativePolicyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 0.2, new Domain(0, 1, false, false), "how far the ratio may move in one update");

    private static readonly ParameterCard EpsilonHighCard = new(
        "epsilon-high", @"\varepsilon'", 0.2, Domain.Positive, "how far the ratio may rise");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0, Domain.NonNegative, "what the divergence from the reference weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "grpo",
        Title = "group relative policy optimisation (GRPO)",
        Use = "Reinforcement learning of language models from scored answers.",
        Avoid = "All answers of a group score alike: their advantages are 0 and nothing is learnt. A value function "
            + "(ppo-clip) still has a signal.",
        Reference = "Z. Shao et al., DeepSeekMath: Pushing the Limits of Mathematical Reasoning in Open Language "
            + "Models, 2024, arXiv:2402.03300",
        Aliases = ["dapo"],
        Names = new() { Chinese = "GRPO 损失" },
        Translations =
        [
            new(
                "trl.GRPOConfig(loss_type=\"grpo\", epsilon=0.2, beta=0.0)",
                "grpo:epsilon={epsilon},epsilon-high={epsilon},beta={beta}",
                "a mean over each answer's tokens, then over the answers: weights of 1 / length"),
            new(
                "trl.GRPOConfig(loss_type=\"dapo\", epsilon=0.2, beta=0.0)",
                "grpo:epsilon={epsilon},epsilon-high={epsilon},beta={beta}",
                "a mean over the tokens of all micro-batches; its default loss_type"),
        ],
        Tasks = LossTask.Reinforcement | LossTask.Preference,
        Parameters = [EpsilonCard, EpsilonHighCard, BetaCard],
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
        new("reference-log-probability", @"\ell^{r}", InputKind.Real, "…", "a reference model's log-probability"),
    ];

    /// <summary>How far the ratio may move in one update.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <summary>How far the ratio may rise.</summary>
    public Parameter EpsilonHigh { get; } = EpsilonHighCard.Bind(epsilonHigh);

    /// <summary>What the divergence from the reference weighs.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane ratio = PolicyInputs.Ratio(x[0], x[1]);
        TLane clipped = TLane.Clamp(ratio, 1 - (TLane)Epsilon, 1 + (TLane)EpsilonHigh);
        TLane divergence = PolicyInputs.Divergence(x[0], x[3]);
        return (Beta * divergence) - TLane.Min(ratio * x[2], clipped * x[2]);
    }
}
