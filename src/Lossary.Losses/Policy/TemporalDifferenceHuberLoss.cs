using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A temporal difference whose outliers pull with a bounded force.</summary>
/// <remarks>
/// <code>
/// L = c (e − c/2)     with e = v − r − γ (1 − d) v′, c = clamp(e, −δ, δ)
/// </code>
/// Reference: V. Mnih et al., Human-Level Control through Deep Reinforcement Learning, 2015, doi:10.1038/nature14236.
/// </remarks>
/// <param name="discount">What a reward one step later is worth; 0 to 1.</param>
/// <param name="delta">Where quadratic turns linear, in the reward's unit; positive.</param>
public readonly struct TemporalDifferenceHuberLoss(double discount, double delta)
    : IFormulaLoss<TemporalDifferenceHuberLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DeltaCard = new(
        "delta", @"\delta", 1, Domain.Positive, "where quadratic turns linear, in the reward's unit");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "temporal-difference-huber",
        Title = "Huber temporal difference",
        Use = "Learning values where rewards differ by orders of magnitude, as a deep Q-network does.",
        Avoid = "Mean values are needed exactly: with noisy rewards a bounded step is drawn towards the median.",
        Reference = "V. Mnih et al., Human-Level Control through Deep Reinforcement Learning, 2015, "
            + "doi:10.1038/nature14236",
        Aliases = ["dqn"],
        Names = new() { Chinese = "Huber 时序差分损失" },
        Translations =
        [
            new("stable_baselines3.DQN(gamma=0.99)", "temporal-difference-huber:discount={gamma}"),
        ],
        Tasks = LossTask.Reinforcement,
        Parameters = [PolicyInputs.Discount, DeltaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("value", "v", InputKind.Real, "…", "the predicted value") { IsDifferentiable = true },
        new("reward", "r", InputKind.Real, "…", "the reward that came"),
        new("next-value", "v'", InputKind.Real, "…", "the value predicted for the next state, a constant"),
        new("done", "d", InputKind.Flag, "…", "1 where the episode ended") { IsOptional = true },
    ];

    /// <summary>What a reward one step later is worth.</summary>
    public Parameter Discount { get; } = PolicyInputs.Discount.Bind(discount);

    /// <summary>Where quadratic turns linear, in the reward's unit.</summary>
    public Parameter Delta { get; } = DeltaCard.Bind(delta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = 1 };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane error = PolicyInputs.TemporalDifference(x, Discount);
        TLane cut = TLane.Clamp(error, -(TLane)Delta, Delta);
        return cut * (error - (0.5 * cut));
    }
}
