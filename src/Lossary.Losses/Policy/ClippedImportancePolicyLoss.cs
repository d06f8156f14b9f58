using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// REINFORCE with each token weighed by its ratio, cut from above and not learned: no token loses its gradient.
/// </summary>
/// <remarks>
/// <code>
/// L = −w A ℓ     with w = min(e^(ℓ − ℓ₀), 1 + ε) held constant
/// </code>
/// Its gradient, −w A, is by definition not that of its value. Reference: A. Chen et al., MiniMax-M1: Scaling Test-Time
/// Compute Efficiently with Lightning Attention, 2025, arXiv:2506.13585.
/// </remarks>
/// <param name="epsilon">How far above 1 the weight may rise; positive.</param>
public readonly struct ClippedImportancePolicyLoss(double epsilon)
    : IFormulaLoss<ClippedImportancePolicyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 2, Domain.Positive, "how far above 1 the weight may rise");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cispo",
        Title = "clipped importance sampling (CISPO)",
        Use = "Reinforcement learning of language models where rare tokens matter.",
        Avoid = "Small models and short answers, where clipping cuts off few tokens: grpo is the usual choice.",
        Reference = "A. Chen et al., MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention, "
            + "2025, arXiv:2506.13585",
        Names = new() { Chinese = "CISPO 损失" },
        Tasks = LossTask.Reinforcement | LossTask.Preference,
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

    /// <summary>How far above 1 the weight may rise.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane ratio = TLane.AtMost(PolicyInputs.Ratio(x[0], x[1]), 1 + (TLane)Epsilon);
        return -(TLane.Held(ratio) * x[2] * x[0]);
    }
}
