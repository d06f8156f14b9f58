using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Chosen answers are to become likelier than under the reference, rejected ones less likely.</summary>
/// <remarks>
/// <code>
/// L = 1 − σ(a) + σ(b)     with a = β (ℓc − ℓc⁰), b = β (ℓr − ℓr⁰)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// K. D'Oosterlinck et al., Anchored Preference Optimization and Contrastive Revisions, 2024, arXiv:2408.06266.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct AnchoredPreferenceZeroLoss(double beta)
    : IFormulaLoss<AnchoredPreferenceZeroLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "apo-zero",
        Title = "anchored preference, zero",
        Use = "Aligning where the chosen answers are better than what the policy writes by now.",
        Avoid = "The policy writes better answers than those chosen: it would be pulled down to them. apo-down is for "
            + "that.",
        Reference = "K. D'Oosterlinck et al., Anchored Preference Optimization and Contrastive Revisions, 2024, "
            + "arXiv:2408.06266",
        Names = new() { Chinese = "锚定偏好优化损失（APO-zero）" },
        Translations =
        [
            new("trl.DPOConfig(loss_type=\"apo_zero\", beta=0.1)", "apo-zero:beta={beta}"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.Sigmoid(Beta * (x[2] - x[0])) + TLane.Sigmoid(Beta * (x[1] - x[3]));
}
