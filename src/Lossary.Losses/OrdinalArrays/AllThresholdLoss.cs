using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A logistic loss of the score against every threshold: the cost grows with the number of classes in between.
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ ln(1 + e^(−aₖ (s − θₖ))),  aₖ = 1 where y &gt; k, else −1
/// </code>
/// The thresholds are θ₀ = c₀ and θₖ = θₖ₋₁ + ln(1 + e^cₖ). Reference: J. D. M. Rennie, N. Srebro, "Loss Functions for
/// Preference Levels: Regression with Discrete Ordered Labels", IJCAI Workshop on Advances in Preference Handling,
/// 2005.
/// </remarks>
public readonly struct AllThresholdLoss : IGraphLoss<AllThresholdLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "all-threshold",
        Title = "all thresholds",
        Use = "Ordered classes judged by how many classes one is off.",
        Avoid = "Probabilities, which it does not give. Take cumulative-link.",
        Reference = "J. D. M. Rennie, N. Srebro, Loss Functions for Preference Levels: Regression with "
            + "Discrete Ordered Labels, 2005",
        Latex = @"\sum_k \ln \left(1 + e^{-a_k (s - \theta_k)}\right)",
        Names = new() { Chinese = "全阈值损失" },
        Translations =
        [
            new("mord.LogisticAT(alpha=1.0)", "all-threshold", "a sum, to which an L2 penalty of alpha is added"),
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
        return new(Thresholds.Sides(tape, inputs, onlyBounds: false));
    }
}
