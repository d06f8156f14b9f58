using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How far the rows of a matrix are from an orthonormal set.</summary>
/// <remarks>
/// <code>
/// L = λ ‖W Wᵀ − I‖²_F
/// </code>
/// With more rows than columns it cannot reach 0: hand over the transpose. Reference: N. Bansal, X. Chen, Z. Wang, Can
/// We Gain More from Orthogonality Regularizations in Training Deep CNNs?, 2018, arXiv:1810.09102.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct OrthogonalityPenalty(double strength) : IGraphLoss<OrthogonalityPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.0001, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "orthogonality",
        Title = "orthogonality penalty",
        Use = "Rows of a matrix that are to be orthogonal and of length 1: deep and recurrent networks.",
        Avoid = "The matrix has more rows than columns: its rows cannot all be orthogonal.",
        Reference = "N. Bansal, X. Chen, Z. Wang, Can We Gain More from Orthogonality Regularizations in Training "
            + "Deep CNNs?, 2018, arXiv:1810.09102",
        Latex = @"\lambda \left\|W W^\top - I\right\|_F^2",
        Names = new() { Chinese = "正交正则化" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PenaltyInputs.Rows;

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> parameter = inputs["parameter"];
        int n = parameter.Shape[0];
        Tensor<T> identity = tape.OneHot<T>(BatchInputs.Diagonal(tape, n), n);
        Tensor<T> gap = tape.Subtract(tape.Product(parameter, false, parameter, true), identity);
        return new(tape.Scale(tape.Sum(tape.Square(gap)), Strength.Value));
    }
}
