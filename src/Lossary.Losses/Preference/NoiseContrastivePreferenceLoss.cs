using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The chosen answer is to gain on the reference, and not only to lead: its likelihood does not fall.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln σ(a) − ½ ln σ(−a) − ½ ln σ(−b)     with a = β (ℓc − ℓc⁰), b = β (ℓr − ℓr⁰)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// H. Chen et al., Noise Contrastive Alignment of Language Models with Explicit Rewards, 2024, arXiv:2402.05369.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct NoiseContrastivePreferenceLoss(double beta)
    : IFormulaLoss<NoiseContrastivePreferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "nca-pair",
        Title = "noise contrastive alignment for pairs",
        Use = "Aligning with pairs where the likelihood of the chosen answers must not fall.",
        Avoid = "Only the order of the two answers counts: dpo does not hold their likelihoods in place.",
        Reference = "H. Chen et al., Noise Contrastive Alignment of Language Models with Explicit Rewards, 2024, "
            + "arXiv:2402.05369",
        Names = new() { Chinese = "噪声对比对齐损失" },
        Translations =
        [
            new("trl.DPOConfig(loss_type=\"nca_pair\", beta=0.1)", "nca-pair:beta={beta}"),
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
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane chosen = Beta * (x[0] - x[2]);
        TLane rejected = Beta * (x[1] - x[3]);
        return -TLane.LogSigmoid(chosen) - (0.5 * (TLane.LogSigmoid(-chosen) + TLane.LogSigmoid(-rejected)));
    }
}
