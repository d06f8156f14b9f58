using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The squared sum of sizes by the sum of squares: from 1 for one non-zero parameter to their number.
/// </summary>
/// <remarks>
/// <code>
/// L = λ (Σᵢ |θᵢ|)² / Σᵢ θᵢ²        0 with a gradient of 0 where all are 0
/// </code>
/// Reference: H. Yang, W. Wen, H. Li, DeepHoyer: Learning Sparser Neural Network with Differentiable Sparsity Measures,
/// 2020, arXiv:1908.09979.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct HoyerPenalty(double strength) : IGraphLoss<HoyerPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.001, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hoyer",
        Title = "Hoyer-square sparsity",
        Use = "Sparse parameters whatever their scale: a penalty that shrinking all of them alike does not lower.",
        Avoid = "Parameters near 0 at the start: it is not defined there, and not convex. elastic-net is.",
        Reference = "H. Yang, W. Wen, H. Li, DeepHoyer: Learning Sparser Neural Network with Differentiable Sparsity "
            + "Measures, 2020, arXiv:1908.09979",
        Latex = @"\lambda \frac{\left(\sum_i |\theta_i|\right)^2}{\sum_i \theta_i^2}",
        Names = new() { Chinese = "Hoyer稀疏正则化" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PenaltyInputs.Parameters;

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> parameter = inputs["parameter"];
        Tensor<T> size = tape.Square(tape.Sum(tape.Abs(parameter))), squares = tape.Sum(tape.Square(parameter));
        return new(squares.Scalar == T.Zero
            ? tape.Scale(size, 0)
            : tape.Scale(tape.Divide(size, squares), Strength.Value));
    }
}
