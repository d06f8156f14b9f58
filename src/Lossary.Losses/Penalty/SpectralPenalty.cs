using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Half the square of a matrix's largest singular value.</summary>
/// <remarks>
/// <code>
/// L = ½ λ σ²        σ = uᵀ W v        ∂L/∂W = λ σ u vᵀ
/// </code>
/// u and v come from power iterations that start at the longest row, and are constants to the gradient; the value is
/// right to the square of their error. Reference: Y. Yoshida, T. Miyato, Spectral Norm Regularization for Improving the
/// Generalizability of Deep Learning, 2017, arXiv:1705.10941.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
/// <param name="iterations">How many power iterations; a whole number from 1.</param>
public readonly struct SpectralPenalty(double strength, double iterations)
    : IGraphLoss<SpectralPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.01, Domain.NonNegative, "what the penalty is multiplied by");

    private static readonly ParameterCard IterationsCard = new(
        "iterations", @"m", 100, new Domain(1, 10000, true, true), "how many power iterations");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "spectral",
        Title = "spectral norm penalty",
        Use = "A layer that is to be insensitive to small changes of its input: half the square of its largest gain.",
        Avoid = "The layer is to keep small signals apart: it shrinks the largest gain only. orthogonality evens all.",
        Reference = "Y. Yoshida, T. Miyato, Spectral Norm Regularization for Improving the Generalizability of Deep "
            + "Learning, 2017, arXiv:1705.10941",
        Latex = @"\frac{\lambda}{2} \sigma_{\max}(W)^2",
        Names = new() { Chinese = "谱范数正则化" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard, IterationsCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PenaltyInputs.Rows;

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <summary>How many power iterations.</summary>
    public Parameter Iterations { get; } = IterationsCard.Bind(iterations);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> parameter = inputs["parameter"];
        SingularPair<T> pair = SingularPair<T>.Largest(
            tape, parameter.Values, parameter.Shape[1], (int)Iterations.Value);
        Tensor<T> left = tape.Constant(new Shape(1, pair.Left.Length), pair.Left);
        Tensor<T> right = tape.Constant(new Shape(pair.Right.Length, 1), pair.Right);
        Tensor<T> gain = tape.MatMul(tape.MatMul(left, parameter), right);
        return new(tape.Scale(tape.Square(gain), 0.5 * Strength.Value));
    }
}
