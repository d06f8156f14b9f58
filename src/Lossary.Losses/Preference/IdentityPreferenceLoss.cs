using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The lead of the chosen answer is to be 1 / 2β, not more: it does not overfit pairs that never contradict each other.
/// </summary>
/// <remarks>
/// <code>
/// L = (h − 1 / (2β))²     with h = (ℓc − ℓr) − (ℓc⁰ − ℓr⁰)
/// </code>
/// Sum the log-probabilities as the paper does, or average them over the tokens as TRL does; β differs. Reference: M.
/// G. Azar et al., A General Theoretical Paradigm to Understand Learning from Human Preferences, 2023,
/// arXiv:2310.12036.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct IdentityPreferenceLoss(double beta) : IFormulaLoss<IdentityPreferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ipo",
        Title = "identity preference optimisation (IPO)",
        Use = "Aligning with pairs that all agree, where DPO would run away.",
        Avoid = "Pairs are few and contradict each other: its fixed lead suits pairs that agree. conservative-dpo "
            + "allows for errors.",
        Reference = "M. G. Azar et al., A General Theoretical Paradigm to Understand Learning from Human "
            + "Preferences, 2023, arXiv:2310.12036",
        Names = new() { Chinese = "恒等偏好优化损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(loss_type=\"ipo\", beta=0.1)",
                "ipo:beta={beta}",
                "log-probabilities are means over tokens"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    private readonly Parameter _lead = new(@"\frac{1}{2 \beta}", 0.5 / beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane missing = PreferenceInputs.Lead(x) - _lead;
        return missing * missing;
    }
}
