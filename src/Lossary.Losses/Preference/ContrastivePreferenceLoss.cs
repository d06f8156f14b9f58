using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>DPO without a reference, together with the likelihood of the chosen answer.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(β (ℓc − ℓr)) − α ℓc
/// </code>
/// Reference: H. Xu et al., Contrastive Preference Optimization: Pushing the Boundaries of LLM Performance in Machine
/// Translation, 2024, arXiv:2401.08417.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="likelihood">What the chosen answer's likelihood weighs; not negative.</param>
public readonly struct ContrastivePreferenceLoss(double beta, double likelihood)
    : IFormulaLoss<ContrastivePreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LikelihoodCard = new(
        "likelihood", @"\alpha", 1, Domain.NonNegative, "what the chosen answer's likelihood weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cpo",
        Title = "contrastive preference optimisation (CPO)",
        Use = "Aligning with pairs where no reference model fits into memory.",
        Avoid = "A reference fits into memory: dpo cannot drift from it as this one can.",
        Reference = "H. Xu et al., Contrastive Preference Optimization: Pushing the Boundaries of LLM Performance "
            + "in Machine Translation, 2024, arXiv:2401.08417",
        Aliases = ["contrastive-preference"],
        Names = new() { Chinese = "对比偏好优化损失" },
        Translations =
        [
            new(
                "trl.CPOConfig(loss_type=\"sigmoid\", beta=0.1, cpo_alpha=1.0)",
                "cpo:beta={beta},likelihood={cpo_alpha}",
                "the likelihood there is a mean over all tokens of the batch"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta, LikelihoodCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Alone;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <summary>What the chosen answer's likelihood weighs.</summary>
    public Parameter Likelihood { get; } = LikelihoodCard.Bind(likelihood);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -TLane.LogSigmoid(Beta * (x[0] - x[1])) - (Likelihood * x[0]);
}
