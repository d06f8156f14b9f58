using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The likelihood of the chosen answer, together with the odds by which it is likelier than the rejected one.
/// </summary>
/// <remarks>
/// <code>
/// L = −α c − β ln σ(logit eᶜ − logit eʳ)     with logit eˣ = x − ln(1 − eˣ)
/// </code>
/// Reference: J. Hong, N. Lee, J. Thorne, ORPO: Monolithic Preference Optimization without Reference Model, 2024,
/// arXiv:2403.07691.
/// </remarks>
/// <param name="beta">What the odds weigh; not negative.</param>
/// <param name="likelihood">What the chosen answer's likelihood weighs; not negative.</param>
public readonly struct OddsRatioPreferenceLoss(double beta, double likelihood)
    : IFormulaLoss<OddsRatioPreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.1, Domain.NonNegative, "what the odds weigh");

    private static readonly ParameterCard LikelihoodCard = new(
        "likelihood", @"\alpha", 1, Domain.NonNegative, "what the chosen answer's likelihood weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "orpo",
        Title = "odds ratio preference optimisation (ORPO)",
        Use = "Fine-tuning and aligning in one step, without a reference model.",
        Avoid = "The model is fine-tuned already: its likelihood part repeats that. dpo goes on from there.",
        Reference = "J. Hong, N. Lee, J. Thorne, ORPO: Monolithic Preference Optimization without Reference Model, "
            + "2024, arXiv:2403.07691",
        Aliases = ["odds-ratio"],
        Names = new() { Chinese = "ORPO 损失" },
        Translations =
        [
            new("trl.ORPOConfig(beta=0.1)", "orpo:beta={beta}", "log-probabilities are means over tokens"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [BetaCard, LikelihoodCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("chosen", "c", InputKind.LogProbability, "…", "the chosen answer's mean log-probability of a token")
        {
            IsDifferentiable = true,
        },
        new("rejected", "r", InputKind.LogProbability, "…", "the rejected answer's mean log-probability of a token")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>What the odds weigh.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>What the chosen answer's likelihood weighs.</summary>
    public Parameter Likelihood { get; } = LikelihoodCard.Bind(likelihood);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane odds = StableLogarithms.LogOdds(x[0]) - StableLogarithms.LogOdds(x[1]);
        return -(Likelihood * x[0]) - (Beta * TLane.LogSigmoid(odds));
    }
}
