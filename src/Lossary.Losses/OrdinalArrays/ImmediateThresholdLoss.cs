using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A logistic loss of the score against the two thresholds that bound its class.</summary>
/// <remarks>
/// <code>
/// L = Σₖ ln(1 + e^(−aₖ (s − θₖ))),  aₖ = 1 where y &gt; k, else −1     for k = y − 1 and k = y only
/// </code>
/// The thresholds are θ₀ = c₀ and θₖ = θₖ₋₁ + ln(1 + e^cₖ). Reference: J. D. M. Rennie, N. Srebro, "Loss Functions for
/// Preference Levels: Regression with Discrete Ordered Labels", IJCAI Workshop on Advances in Preference Handling,
/// 2005.
/// </remarks>
public readonly struct ImmediateThresholdLoss : IGraphLoss<ImmediateThresholdLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "immediate-threshold",
        Title = "immediate thresholds",
        Use = "Ordered classes judged by hits alone.",
        Avoid = "Errors that should cost more the farther they are. Take all-threshold.",
        Reference = "J. D. M. Rennie, N. Srebro, Loss Functions for Preference Levels: Regression with "
            + "Discrete Ordered Labels, 2005",
        Latex = @"\sum_{k \in \{y - 1, y\}} \ln \left(1 + e^{-a_k (s - \theta_k)}\right)",
        Names = new() { Chinese = "邻近阈值损失" },
        Translations =
        [
            new("mord.LogisticIT(alpha=1.0)", "immediate-threshold", "a sum, to which an L2 penalty of alpha is added"),
        ],
        Tasks = LossTask.Ordinal,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = OrdinalInputs.Cards;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(Thresholds.Sides(tape, inputs, onlyBounds: true));
    }
}
