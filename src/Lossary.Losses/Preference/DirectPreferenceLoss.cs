using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A policy is to prefer the chosen answer to the rejected one by more than its reference does.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(β h)     with h = (ℓc − ℓr) − (ℓc⁰ − ℓr⁰)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Without a
/// reference its two inputs are left out. Reference: R. Rafailov et al., Direct Preference Optimization: Your Language
/// Model is Secretly a Reward Model, 2023, arXiv:2305.18290.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct DirectPreferenceLoss(double beta) : IFormulaLoss<DirectPreferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dpo",
        Title = "direct preference optimisation (DPO)",
        Use = "Aligning a language model with pairs of a chosen and a rejected answer, without a reward model.",
        Avoid = "Labels are noisy, and the lead grows without end: take conservative-dpo or ipo.",
        Reference = "R. Rafailov et al., Direct Preference Optimization: Your Language Model is Secretly a Reward "
            + "Model, 2023, arXiv:2305.18290",
        Aliases = ["direct-preference"],
        Names = new() { Chinese = "直接偏好优化损失" },
        Translations =
        [
            new("trl.DPOConfig(loss_type=\"sigmoid\", beta=0.1)", "dpo:beta={beta}"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -TLane.LogSigmoid(Beta * PreferenceInputs.Lead(x));
}
