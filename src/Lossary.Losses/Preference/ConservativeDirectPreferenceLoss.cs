using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// DPO where a share of the preferences is taken to be the wrong way round: the lead it asks for is finite.
/// </summary>
/// <remarks>
/// <code>
/// L = −(1 − ε) ln σ(β h) − ε ln σ(−β h)     with h = (ℓc − ℓr) − (ℓc⁰ − ℓr⁰)
/// the least at β h = ln((1 − ε) / ε)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. ε = 0 is
/// DPO. Reference: E. Mitchell, A Note on DPO with Noisy Preferences and Relationship to IPO, 2023,
/// https://ericmitchell.ai/cdpo.pdf; R. Rafailov et al., 2023, arXiv:2305.18290.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="smoothing">The share of pairs whose preference is taken to be wrong; 0 to below ½.</param>
public readonly struct ConservativeDirectPreferenceLoss(double beta, double smoothing)
    : IFormulaLoss<ConservativeDirectPreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SmoothingCard = new(
        "smoothing", @"\varepsilon", 0.1, new Domain(0, 0.5, true, false),
        "the share of pairs whose preference is taken to be wrong");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "conservative-dpo",
        Title = "conservative DPO",
        Use = "Aligning with pairs some of which are labelled the wrong way round.",
        Avoid = "All pairs are right: it stops at a lead that the assumed errors allow. dpo goes on.",
        Reference = "E. Mitchell, A Note on DPO with Noisy Preferences and Relationship to IPO, 2023, "
            + "https://ericmitchell.ai/cdpo.pdf; R. Rafailov et al., Direct Preference Optimization: Your Language "
            + "Model is Secretly a Reward Model, 2023, arXiv:2305.18290",
        Aliases = ["cdpo"],
        Names = new() { Chinese = "保守直接偏好优化损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(loss_type=\"sigmoid\", beta=0.1, label_smoothing=0.1)",
                "conservative-dpo:beta={beta},smoothing={label_smoothing}",
                "label_smoothing is 0 there by default, which is dpo"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta, SmoothingCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <summary>The share of pairs whose preference is taken to be wrong.</summary>
    public Parameter Smoothing { get; } = SmoothingCard.Bind(smoothing);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane u = Beta * PreferenceInputs.Lead(x);
        TLane share = Smoothing;
        return ((share - 1) * TLane.LogSigmoid(u)) - (share * TLane.LogSigmoid(-u));
    }
}
