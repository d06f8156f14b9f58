using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>DPO whose policy is held to its reference by the Jensen-Shannon divergence.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(β (ln σ(a) − ln σ(b)))     with a = ℓc − ℓc⁰, b = ℓr − ℓr⁰
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// C. Wang et al., Beyond Reverse KL: Generalizing Direct Preference Optimization with Diverse Divergence Constraints,
/// 2023, arXiv:2309.16240.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct JensenShannonPreferenceLoss(double beta)
    : IFormulaLoss<JensenShannonPreferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "jensen-shannon-dpo",
        Title = "DPO with the Jensen-Shannon divergence",
        Use = "Aligning with pairs between the reverse and the forward divergence.",
        Avoid = "There is no reason to leave the reverse divergence: dpo is that, and the usual choice.",
        Reference = "C. Wang et al., Beyond Reverse KL: Generalizing Direct Preference Optimization with Diverse "
            + "Divergence Constraints, 2023, arXiv:2309.16240",
        Names = new() { Chinese = "JS 直接偏好优化损失" },
        Translations =
        [
            new("trl.DPOConfig(f_divergence_type=\"js_divergence\", beta=0.1)", "jensen-shannon-dpo:beta={beta}"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -TLane.LogSigmoid(Beta * (TLane.LogSigmoid(x[0] - x[2]) - TLane.LogSigmoid(x[1] - x[3])));
}
