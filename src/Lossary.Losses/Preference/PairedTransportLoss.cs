using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The policy's leads of chosen over rejected answers are to exceed the reference's as a distribution, not pair by
/// pair.
/// </summary>
/// <remarks>
/// <code>
/// h = ℓc − ℓr,  h⁰ = ℓc⁰ − ℓr⁰, each sorted over the batch
/// L = −(1 − ε) ln σ(β (h − h⁰)) − ε ln σ(−β (h − h⁰))     for each place in the order
/// </code>
/// Of equal numbers the first in the batch comes first. Without a reference h⁰ is 0. Reference: I. Melnyk et al.,
/// Distributional Preference Alignment of LLMs via Optimal Transport, 2024, arXiv:2406.05882.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="smoothing">The share of pairs that are taken to be the wrong way round; 0 to below ½.</param>
public readonly struct PairedTransportLoss(double beta, double smoothing)
    : IGraphLoss<PairedTransportLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "aot",
        Title = "alignment by optimal transport (AOT)",
        Use = "Aligning a language model with pairs, where its answers should be better as a whole.",
        Avoid = "Batches are small, so that their order says little. Take dpo.",
        Reference = "I. Melnyk et al., Distributional Preference Alignment of LLMs via Optimal Transport, 2024, "
            + "arXiv:2406.05882",
        Latex = @"-(1 - \epsilon) \ln \sigma(\beta (h_{(i)} - h^0_{(i)})) - \epsilon \ln \sigma(-\beta (h_{(i)} - "
            + @"h^0_{(i)}))",
        Names = new() { Chinese = "最优传输对齐损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(loss_type=\"aot\", beta=0.1, label_smoothing=0.0)",
                "aot:beta={beta},smoothing={label_smoothing}"),
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
        Tensor<T> chosen = inputs["policy-chosen"];
        Tensor<T> leads = tape.Subtract(chosen, inputs["policy-rejected"]);
        Tensor<T> none = tape.Scale(tape.Detach(chosen), 0);
        Tensor<T> held = TransportPreference.Difference(
            tape, inputs.Find("reference-chosen") ?? none, inputs.Find("reference-rejected"));
        return TransportPreference.Terms(tape, leads, held, Beta, Smoothing);
    }
}
