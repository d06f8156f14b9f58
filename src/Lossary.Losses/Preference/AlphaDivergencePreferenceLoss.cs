using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>DPO whose policy is held to its reference by the α divergence.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(β (e^(−αb) − e^(−αa)) / α)     with a = ℓc − ℓc⁰, b = ℓr − ℓr⁰
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// C. Wang et al., Beyond Reverse KL: Generalizing Direct Preference Optimization with Diverse Divergence Constraints,
/// 2023, arXiv:2309.16240.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="alpha">Which divergence: near 0 the reverse, 1 the forward one; positive.</param>
public readonly struct AlphaDivergencePreferenceLoss(double beta, double alpha)
    : IFormulaLoss<AlphaDivergencePreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.5, Domain.Positive, "which divergence: near 0 the reverse, 1 the forward one");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "alpha-dpo",
        Title = "DPO with an alpha divergence",
        Use = "Aligning with pairs anywhere between the reverse and the forward divergence.",
        Avoid = "There is no reason to leave the reverse divergence: dpo has a number less to choose.",
        Reference = "C. Wang et al., Beyond Reverse KL: Generalizing Direct Preference Optimization with Diverse "
            + "Divergence Constraints, 2023, arXiv:2309.16240",
        Names = new() { Chinese = "α 散度直接偏好优化损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(f_divergence_type=\"alpha_divergence\", beta=0.1, f_alpha_divergence_coef=0.5)",
                "alpha-dpo:beta={beta},alpha={f_alpha_divergence_coef}",
                "exponents are capped there"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta, AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <summary>Which divergence: near 0 the reverse, 1 the forward one.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    private readonly Parameter _scale = new(@"\frac{\beta}{\alpha}", beta / alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane lead = PreferenceInputs.LeadOfExponentials<TLane>(_scale, Alpha * (x[3] - x[1]), Alpha * (x[2] - x[0]));
        return -TLane.LogSigmoid(lead);
    }
}
