using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>DPO blended with an exponential loss by the lead itself, as a language model found it.</summary>
/// <remarks>
/// <code>
/// L = −(1 − w) ln σ(u) + w e^(−u)     with u = β h, w = σ(u / τ), h = (ℓc − ℓr) − (ℓc⁰ − ℓr⁰)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. Reference:
/// C. Lu et al., Discovering Preference Optimization Algorithms with and for Large Language Models, 2024,
/// arXiv:2406.08414.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="temperature">How sharply one loss passes into the other; positive.</param>
public readonly struct DiscoveredPreferenceLoss(double beta, double temperature)
    : IFormulaLoss<DiscoveredPreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.05, Domain.Positive, "how strongly the policy is held to the reference");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.05, Domain.Positive, "how sharply one loss passes into the other");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "discopop",
        Title = "discovered preference optimisation (DiscoPOP)",
        Use = "Aligning with pairs, as a tuned alternative to DPO.",
        Avoid = "It is not convex, and has a flat stretch around 0: take dpo to start with.",
        Reference = "C. Lu et al., Discovering Preference Optimization Algorithms with and for Large Language "
            + "Models, 2024, arXiv:2406.08414",
        Names = new() { Chinese = "DiscoPOP 损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(loss_type=\"discopop\", beta=0.1, discopop_tau=0.05)",
                "discopop:beta={beta},temperature={discopop_tau}"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [BetaCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PreferenceInputs.Pairs;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>How sharply one loss passes into the other.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    private readonly Parameter _inverse = new(@"\tau^{-1}", 1 / temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane u = Beta * PreferenceInputs.Lead(x);
        TLane gate = u * _inverse;
        if (typeof(TLane) == typeof(Symbol))
        {
            TLane weight = TLane.Sigmoid(gate);
            return (weight * TLane.Exp(-u)) - ((1 - weight) * TLane.LogSigmoid(u));
        }

        // σ(v) e^(−u) = σ(|v|) e^(v − u) for v < 0, where e^(−u) alone would overflow.
        TLane power = TLane.Exp(TLane.WhereLess(u, 0, gate - u, -u));
        return (TLane.Sigmoid(TLane.Abs(gate)) * power) - (TLane.Sigmoid(-gate) * TLane.LogSigmoid(u));
    }
}
