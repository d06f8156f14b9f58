using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A policy moves within a soft gate around the old one: tokens far off lose their pull bit by bit.</summary>
/// <remarks>
/// <code>
/// L = −A (4/τ) σ(τ (ρ − 1)),  ρ = e^(ℓ − ℓ₀),  τ = τ₊ where A &gt; 0, else τ₋
/// </code>
/// At ρ = 1 its gradient is that of ρ A itself. A steeper gate for negative advantages is steadier. Reference: C. Gao
/// et al., Soft Adaptive Policy Optimization, 2025, arXiv:2511.20347.
/// </remarks>
/// <param name="positive">How steep the gate is for actions that were good; positive.</param>
/// <param name="negative">How steep it is for actions that were bad; positive.</param>
public readonly struct SoftGatePolicyLoss(double positive, double negative)
    : IFormulaLoss<SoftGatePolicyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PositiveCard = new(
        "positive", @"\tau_+", 1, Domain.Positive, "how steep the gate is for actions that were good");

    private static readonly ParameterCard NegativeCard = new(
        "negative", @"\tau_-", 1.05, Domain.Positive, "how steep it is for actions that were bad");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sapo",
        Title = "soft adaptive policy optimisation (SAPO)",
        Use = "Reinforcement of language models, token by token, where hard clipping loses too much.",
        Avoid = "One update for each batch: nothing needs a gate then. Take reinforce.",
        Reference = "C. Gao et al., Soft Adaptive Policy Optimization, 2025, arXiv:2511.20347",
        Names = new() { Chinese = "SAPO 损失" },
        Translations =
        [
            new(
                "trl.GRPOConfig(loss_type=\"sapo\", sapo_temperature_pos=1.0, sapo_temperature_neg=1.05)",
                "sapo:positive={sapo_temperature_pos},negative={sapo_temperature_neg}"),
        ],
        Tasks = LossTask.Reinforcement | LossTask.Preference,
        Parameters = [PositiveCard, NegativeCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-probability", @"\ell", InputKind.Real, "…", "the policy's log-probability of the action taken")
        {
            IsDifferentiable = true,
        },
        new("old-log-probability", @"\ell_0", InputKind.Real, "…", "its log-probability when the action was taken"),
        new("advantage", "A", InputKind.Real, "…", "how much better the action was than expected"),
    ];

    /// <summary>How steep the gate is for actions that were good.</summary>
    public Parameter Positive { get; } = PositiveCard.Bind(positive);

    /// <summary>How steep it is for actions that were bad.</summary>
    public Parameter Negative { get; } = NegativeCard.Bind(negative);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane ratio = PolicyInputs.Ratio(x[0], x[1]) - 1;
        TLane up = TLane.Sigmoid(Positive * ratio) / Positive, down = TLane.Sigmoid(Negative * ratio) / Negative;
        return -4 * (x[2] * TLane.WhereLess(0, x[2], up, down));
    }
}
