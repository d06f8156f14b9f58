using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>SimPO with a reward of another shape than the logarithm: it says how far likelihoods are pushed.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(β (r(ℓc / nc) − r(ℓr / nr)) − γ),  r(ℓ) = (1 − e^(−α ℓ)) / α
/// </code>
/// e^ℓ is the geometric mean of the tokens' probabilities. With α = 0 the reward is ℓ itself, which is SimPO.
/// Reference: A. Gupta, S. Tang et al., AlphaPO: Reward Shape Matters for LLM Alignment, 2025, arXiv:2501.03884.
/// </remarks>
/// <param name="beta">What a unit of reward counts; positive.</param>
/// <param name="margin">The lead that is asked for; not negative.</param>
/// <param name="alpha">The reward's shape: 0 is the logarithm, above it the unlikely is punished harder.</param>
public readonly struct AlphaPreferenceLoss(double beta, double margin, double alpha)
    : IFormulaLoss<AlphaPreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 2, Domain.Positive, "what a unit of reward counts");

    private static readonly ParameterCard MarginCard = new(
        "margin", @"\gamma", 0.5, Domain.NonNegative, "the lead that is asked for");

    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.25, Domain.Real,
        "the reward's shape: 0 is the logarithm, above it the unlikely is punished harder");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "alphapo",
        Title = "AlphaPO",
        Use = "Aligning with pairs where SimPO makes chosen answers less likely, or overfits.",
        Avoid = "There is no time to tune one number more: simpo is its case of 0.",
        Reference = "A. Gupta, S. Tang et al., AlphaPO: Reward Shape Matters for LLM Alignment, 2025, arXiv:2501.03884",
        Names = new() { Chinese = "AlphaPO 损失" },
        Translations =
        [
            new(
                "trl.CPOConfig(loss_type=\"alphapo\", beta=0.1, simpo_gamma=0.5, alpha=0.0)",
                "alphapo:beta={beta},margin={simpo_gamma},alpha={alpha}"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [BetaCard, MarginCard, AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SimplePreferenceLoss.Inputs;

    /// <summary>What a unit of reward counts.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>The lead that is asked for.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <summary>The reward's shape.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    private readonly Parameter _scale = new(@"\frac{\beta}{\alpha}", alpha == 0 ? beta : beta / alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane chosen = x[0] / x[2], rejected = x[1] / x[3];
        TLane lead = Alpha.Value == 0
            ? Beta * (chosen - rejected)
            : PreferenceInputs.LeadOfExponentials<TLane>(
                _scale, -(Alpha * Bounded(rejected)), -(Alpha * Bounded(chosen)));
        return -TLane.LogSigmoid(lead - Margin);
    }

    /// <summary>Where an exponential of it is 0 or infinite long since, so that no slope is infinity times 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Bounded<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        typeof(TLane) == typeof(Symbol) ? x : TLane.Clamp(x, -1e30, 1e30);
}
