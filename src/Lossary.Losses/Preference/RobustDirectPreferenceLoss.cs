using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>DPO whose expectation over preferences flipped with probability ε is that of DPO without flips.</summary>
/// <remarks>
/// <code>
/// L = (−(1 − ε) ln σ(β h) + ε ln σ(−β h)) / (1 − 2ε)     with h = (ℓc − ℓr) − (ℓc⁰ − ℓr⁰)
///   = −ln σ(β h) − ε β h / (1 − 2ε)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. ε = 0 is
/// DPO. Reference: S. R. Chowdhury, A. Kini, N. Natarajan, Provably Robust DPO: Aligning Language Models with Noisy
/// Feedback, 2024, arXiv:2403.00409.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="smoothing">The share of pairs whose preference is taken to be wrong; 0 to below ½.</param>
public readonly struct RobustDirectPreferenceLoss(double beta, double smoothing)
    : IFormulaLoss<RobustDirectPreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SmoothingCard = new(
        "smoothing", @"\varepsilon", 0.1, new Domain(0, 0.5, true, false),
        "the share of pairs whose preference is taken to be wrong");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "robust-dpo",
        Title = "robust DPO",
        Use = "Aligning with pairs that are flipped at a known rate.",
        Avoid = "The rate of flips is a guess: it has no lower bound, and falls for ever with the lead.",
        Reference = "S. R. Chowdhury, A. Kini, N. Natarajan, Provably Robust DPO: Aligning Language Models with "
            + "Noisy Feedback, 2024, arXiv:2403.00409",
        Names = new() { Chinese = "鲁棒直接偏好优化损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(loss_type=\"robust\", beta=0.1, label_smoothing=0.1)",
                "robust-dpo:beta={beta},smoothing={label_smoothing}",
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

    private readonly Parameter _pull = new(@"\frac{\varepsilon}{1 - 2 \varepsilon}", smoothing / (1 - (2 * smoothing)));

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane u = Beta * PreferenceInputs.Lead(x);
        return -TLane.LogSigmoid(u) - (_pull * u);
    }
}
