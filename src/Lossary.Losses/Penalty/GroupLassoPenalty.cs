using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The sum of the rows' Euclidean lengths, by the root of their number of elements.</summary>
/// <remarks>
/// <code>
/// L = λ √d Σᵢ ‖Wᵢ‖        a row of zeros has a gradient of 0
/// </code>
/// Reference: M. Yuan, Y. Lin, Model Selection and Estimation in Regression with Grouped Variables, 2006,
/// doi:10.1111/j.1467-9868.2005.00532.x.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct GroupLassoPenalty(double strength) : IGraphLoss<GroupLassoPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.01, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "group-lasso",
        Title = "group lasso",
        Use = "Whole rows of parameters are to be 0 or not: all weights of a feature, a channel, a unit.",
        Avoid = "Single weights should go, not whole rows: elastic-net.",
        Reference = "M. Yuan, Y. Lin, Model Selection and Estimation in Regression with Grouped Variables, 2006, "
            + "doi:10.1111/j.1467-9868.2005.00532.x",
        Latex = @"\lambda \sqrt{d} \sum_i \|W_i\|",
        Names = new() { Chinese = "组Lasso正则化" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PenaltyInputs.Rows;

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> parameter = inputs["parameter"];
        Tensor<T> lengths = tape.SqrtOrZero(tape.Sum(tape.Square(parameter), [-1]));
        return new(tape.Scale(tape.Sum(lengths), Strength.Value * Math.Sqrt(parameter.Shape[1])));
    }
}
