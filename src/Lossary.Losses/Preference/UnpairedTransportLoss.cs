using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Chosen answers are to gain on the reference more than rejected ones as a distribution; pairs need not match.
/// </summary>
/// <remarks>
/// <code>
/// c = ℓc − ℓc⁰,  r = ℓr − ℓr⁰, each sorted over the batch
/// L = −(1 − ε) ln σ(β (c − r)) − ε ln σ(−β (c − r))     for each place in the order
/// </code>
/// Of equal numbers the first in the batch comes first. TRL calls it aot_pair, later aot_unpaired. Reference: I. Melnyk
/// et al., Distributional Preference Alignment of LLMs via Optimal Transport, 2024, arXiv:2406.05882.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="smoothing">The share of pairs that are taken to be the wrong way round; 0 to below ½.</param>
public readonly struct UnpairedTransportLoss(double beta, double smoothing)
    : IGraphLoss<UnpairedTransportLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "aot-unpaired",
        Title = "unpaired alignment by optimal transport (AOT)",
        Use = "Aligning with good and bad answers that are not to the same questions, as many of each.",
        Avoid = "Answers come in pairs, which say more. Take dpo or aot.",
        Reference = "I. Melnyk et al., Distributional Preference Alignment of LLMs via Optimal Transport, 2024, "
            + "arXiv:2406.05882",
        Latex = @"-(1 - \epsilon) \ln \sigma(\beta (c_{(i)} - r_{(i)})) - \epsilon \ln \sigma(-\beta (c_{(i)} - "
            + @"r_{(i)}))",
        Aliases = ["aot-pair"],
        Names = new() { Chinese = "非配对最优传输对齐损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(loss_type=\"aot_unpaired\", beta=0.1, label_smoothing=0.0)",
                "aot-unpaired:beta={beta},smoothing={label_smoothing}",
                "earlier versions say aot_pair"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta, TransportPreference.SmoothingCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <summary>The share of pairs that are taken to be the wrong way round.</summary>
    public Parameter Smoothing { get; } = TransportPreference.SmoothingCard.Bind(smoothing);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> chosen = TransportPreference.Difference(
            tape, inputs["policy-chosen"], inputs.Find("reference-chosen"));
        Tensor<T> rejected = TransportPreference.Difference(
            tape, inputs["policy-rejected"], inputs.Find("reference-rejected"));
        return TransportPreference.Terms(tape, chosen, rejected, Beta, Smoothing);
    }
}
