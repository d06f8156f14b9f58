using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Each answer is to gain on the reference by what it wins: the chosen one 1 / 2β, the rejected one as much less.
/// </summary>
/// <remarks>
/// <code>
/// L = (ℓc − ℓc⁰ − 1 / (2β))² + (ℓr − ℓr⁰ + 1 / (2β))²
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// Y. Wu et al., Self-Play Preference Optimization for Language Model Alignment, 2024, arXiv:2405.00675.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct SelfPlayPreferenceLoss(double beta) : IFormulaLoss<SelfPlayPreferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sppo",
        Title = "self-play preference optimisation (SPPO)",
        Use = "Aligning round by round with answers of the policy itself.",
        Avoid = "Pairs were written by others once and for all: it wants answers of the policy itself. dpo takes any.",
        Reference = "Y. Wu et al., Self-Play Preference Optimization for Language Model Alignment, 2024, "
            + "arXiv:2405.00675",
        Aliases = ["sppo-hard"],
        Names = new() { Chinese = "自博弈偏好优化损失" },
        Translations =
        [
            new("trl.DPOConfig(loss_type=\"sppo_hard\", beta=0.1)", "sppo:beta={beta}"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    private readonly Parameter _lead = new(@"\frac{1}{2 \beta}", 0.5 / beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane chosen = x[0] - x[2] - _lead;
        TLane rejected = x[1] - x[3] + _lead;
        return (chosen * chosen) + (rejected * rejected);
    }
}
