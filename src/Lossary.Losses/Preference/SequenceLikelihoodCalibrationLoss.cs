using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A hinge on the lead of the chosen answer: pairs that lead by 1 / β pull no more.</summary>
/// <remarks>
/// <code>
/// L = max(0, 1 − β h)     with h = (ℓc − ℓr) − (ℓc⁰ − ℓr⁰)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// Y. Zhao et al., SLiC-HF: Sequence Likelihood Calibration with Human Feedback, 2023, arXiv:2305.10425.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct SequenceLikelihoodCalibrationLoss(double beta)
    : IFormulaLoss<SequenceLikelihoodCalibrationLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "slic",
        Title = "SLiC hinge",
        Use = "Aligning with pairs where a clear lead is enough.",
        Avoid = "Every pair should go on counting: beyond the margin nothing is learnt. dpo fades instead.",
        Reference = "Y. Zhao et al., SLiC-HF: Sequence Likelihood Calibration with Human Feedback, 2023, "
            + "arXiv:2305.10425",
        Aliases = ["slic-hinge", "hinge-dpo"],
        Names = new() { Chinese = "SLiC 合页损失" },
        Translations =
        [
            new("trl.DPOConfig(loss_type=\"hinge\", beta=0.1)", "slic:beta={beta}"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.AtLeast(1 - (Beta * PreferenceInputs.Lead(x)), 0);
}
