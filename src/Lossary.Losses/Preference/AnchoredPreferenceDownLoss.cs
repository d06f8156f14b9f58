using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Chosen answers are to become less likely than under the reference, rejected ones much less.</summary>
/// <remarks>
/// <code>
/// L = σ(a) + 1 − σ(a − b)     with a = β (ℓc − ℓc⁰), b = β (ℓr − ℓr⁰)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// K. D'Oosterlinck et al., Anchored Preference Optimization and Contrastive Revisions, 2024, arXiv:2408.06266.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct AnchoredPreferenceDownLoss(double beta)
    : IFormulaLoss<AnchoredPreferenceDownLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "apo-down",
        Title = "anchored preference, down",
        Use = "Aligning where even the chosen answers are worse than what the policy writes by now.",
        Avoid = "The chosen answers are better than what the policy writes: they should gain. apo-zero is for that.",
        Reference = "K. D'Oosterlinck et al., Anchored Preference Optimization and Contrastive Revisions, 2024, "
            + "arXiv:2408.06266",
        Names = new() { Chinese = "锚定偏好优化损失（APO-down）" },
        Translations =
        [
            new("trl.DPOConfig(loss_type=\"apo_down\", beta=0.1)", "apo-down:beta={beta}"),
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
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane chosen = Beta * (x[0] - x[2]);
        TLane rejected = Beta * (x[1] - x[3]);
        return TLane.Sigmoid(chosen) + TLane.Sigmoid(rejected - chosen);
    }
}
