using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared excess of the rows' lengths over a bound.</summary>
/// <remarks>
/// <code>
/// L = λ Σᵢ max(0, ‖Wᵢ‖ − c)²
/// </code>
/// Reference: N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, Dropout: A Simple Way to Prevent
/// Neural Networks from Overfitting, JMLR 15, 2014.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
/// <param name="bound">The length that costs nothing; not negative.</param>
public readonly struct MaxNormPenalty(double strength, double bound) : IGraphLoss<MaxNormPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 1, Domain.NonNegative, "what the penalty is multiplied by");

    private static readonly ParameterCard BoundCard = new(
        "bound", @"c", 2, Domain.NonNegative, "the length that costs nothing");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "max-norm",
        Title = "maximum norm penalty",
        Use = "Rows of weights that may take any direction, but no more than a given length.",
        Avoid = "Rows must keep the bound exactly: project them after each step instead.",
        Reference = "N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, Dropout: A Simple Way "
            + "to Prevent Neural Networks from Overfitting, JMLR 15, 2014",
        Latex = @"\lambda \sum_i \max(0, \|W_i\| - c)^2",
        Names = new() { Chinese = "最大范数惩罚" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard, BoundCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PenaltyInputs.Rows;

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <summary>The length that costs nothing.</summary>
    public Parameter Bound { get; } = BoundCard.Bind(bound);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> lengths = tape.SqrtOrZero(tape.Sum(tape.Square(inputs["parameter"]), [-1]));
        return new(tape.Scale(tape.Sum(tape.Square(tape.Relu(tape.Shift(lengths, -Bound.Value)))), Strength.Value));
    }
}
