using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>DPO whose policy is held to its reference by the forward Kullback-Leibler divergence.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(β (e^(−b) − e^(−a)))     with a = ℓc − ℓc⁰, b = ℓr − ℓr⁰
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// C. Wang et al., Beyond Reverse KL: Generalizing Direct Preference Optimization with Diverse Divergence Constraints,
/// 2023, arXiv:2309.16240.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct ForwardDivergencePreferenceLoss(double beta)
    : IFormulaLoss<ForwardDivergencePreferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "forward-dpo",
        Title = "DPO with the forward divergence",
        Use = "Aligning with pairs where the policy is to keep all that the reference can say.",
        Avoid = "The policy should pick the best answer, not keep all: dpo holds it by the reverse divergence.",
        Reference = "C. Wang et al., Beyond Reverse KL: Generalizing Direct Preference Optimization with Diverse "
            + "Divergence Constraints, 2023, arXiv:2309.16240",
        Names = new() { Chinese = "前向 KL 直接偏好优化损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(f_divergence_type=\"forward_kl\", beta=0.1)",
                "forward-dpo:beta={beta}",
                "exponents are capped there"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -TLane.LogSigmoid(PreferenceInputs.LeadOfExponentials<TLane>(Beta, x[3] - x[1], x[2] - x[0]));
}
