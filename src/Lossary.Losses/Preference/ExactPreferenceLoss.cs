using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The reverse divergence from the smoothed preference to the one that the policy implies.</summary>
/// <remarks>
/// <code>
/// L = σ(β h) ln(σ(β h) / (1 − ε)) + σ(−β h) ln(σ(−β h) / ε)     with h = (ℓc − ℓr) − (ℓc⁰ − ℓr⁰)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// H. Ji et al., Towards Efficient Exact Optimization of Language Model Alignment, 2024, arXiv:2402.00856.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="smoothing">The share of pairs whose preference is taken to be wrong; between 0 and ½.</param>
public readonly struct ExactPreferenceLoss(double beta, double smoothing)
    : IFormulaLoss<ExactPreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SmoothingCard = new(
        "smoothing", @"\varepsilon", 0.001, new Domain(0, 0.5, false, false),
        "the share of pairs whose preference is taken to be wrong");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "exo-pair",
        Title = "EXO for pairs",
        Use = "Aligning a policy of little capacity, which is to seek the mode.",
        Avoid = "The policy can hold all that is good: dpo is simpler, and does not narrow it.",
        Reference = "H. Ji et al., Towards Efficient Exact Optimization of Language Model Alignment, 2024, "
            + "arXiv:2402.00856",
        Aliases = ["exo"],
        Names = new() { Chinese = "EXO 成对损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(loss_type=\"exo_pair\", beta=0.1, label_smoothing=0.001)",
                "exo-pair:beta={beta},smoothing={label_smoothing}",
                "label_smoothing must be above 0"),
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

    private readonly Parameter _logOfSmoothing = new(@"\ln \varepsilon", Math.Log(smoothing));

    // ln(1 − ε) = −2 artanh(ε / (2 − ε)), with the digits that 1 − ε would lose.
    private readonly Parameter _logOfRest = new(
        @"\ln \left(1 - \varepsilon\right)", -2 * Math.Atanh(smoothing / (2 - smoothing)));

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane u = Beta * PreferenceInputs.Lead(x);
        TLane chosen = TLane.Sigmoid(u) * (TLane.LogSigmoid(u) - _logOfRest);
        return chosen + (TLane.Sigmoid(-u) * (TLane.LogSigmoid(-u) - _logOfSmoothing));
    }
}
