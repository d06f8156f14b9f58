using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One minus the coefficient of determination R² of a whole batch.</summary>
/// <remarks>
/// <code>
/// L = Σᵢ (pᵢ − tᵢ)² / Σᵢ (tᵢ − t̄)² = 1 − R²
/// </code>
/// A batch whose targets do not vary has no scale to measure by: it counts 0 and pulls nowhere. Reference: C. J.
/// Willmott, On the Validation of Models, Physical Geography 2, 1981, doi:10.1080/02723646.1981.10642213.
/// </remarks>
public readonly struct RelativeSquaredLoss : IGraphLoss<RelativeSquaredLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "relative-squared",
        Title = "relative squared error",
        Use = "Regression in shares of the target's own variance: 1 is no better than its mean, 0 is perfect.",
        Avoid = "Batches are small, or their targets vary little: the divisor then is noise; take the squared loss.",
        Reference = "C. J. Willmott, On the Validation of Models, Physical Geography 2, 1981, "
            + "doi:10.1080/02723646.1981.10642213",
        Latex = @"\frac{\sum_i (p_i - t_i)^2}{\sum_i (t_i - \bar t)^2}",
        Aliases = ["r2", "rse"],
        Names = new() { Chinese = "相对平方误差" },
        Translations =
        [
            new(
                "sklearn.metrics.r2_score()",
                "relative-squared",
                "R² there, the higher the better") { Scale = "-1", Offset = "1" },
        ],
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => MomentInputs.Pair;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> squares = tape.Sum(tape.Square(tape.Subtract(inputs["prediction"], inputs["target"])));
        Tensor<T> spread = tape.Sum(tape.Square(tape.Centred(inputs["target"])));
        return new(spread.Scalar > T.Zero ? tape.Divide(squares, spread) : tape.Scale(squares, 0));
    }
}
