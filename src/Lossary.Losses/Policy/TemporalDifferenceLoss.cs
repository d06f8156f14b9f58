using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A value is to be the reward and the discounted value that follows.</summary>
/// <remarks>
/// <code>
/// L = ½ (v − r − γ (1 − d) v′)²
/// </code>
/// v′ is a constant, of a target network if there is one: the gradient is the semi-gradient. Reference: R. S. Sutton,
/// Learning to Predict by the Methods of Temporal Differences, 1988, doi:10.1007/BF00115009.
/// </remarks>
/// <param name="discount">What a reward one step later is worth; 0 to 1.</param>
public readonly struct TemporalDifferenceLoss(double discount) : IFormulaLoss<TemporalDifferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "temporal-difference",
        Title = "temporal difference",
        Use = "Learning values step by step, before returns are known.",
        Avoid =
            "Rewards have outliers or differ in scale: their squares rule. temporal-difference-huber bounds the step.",
        Reference = "R. S. Sutton, Learning to Predict by the Methods of Temporal Differences, 1988, "
            + "doi:10.1007/BF00115009",
        Aliases = ["td", "td-error"],
        Names = new() { Chinese = "时序差分损失" },
        Tasks = LossTask.Reinforcement,
        Parameters = [PolicyInputs.Discount],
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

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane error = PolicyInputs.TemporalDifference(x, Discount);
        return 0.5 * (error * error);
    }
}
