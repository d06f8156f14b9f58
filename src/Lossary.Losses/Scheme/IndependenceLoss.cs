using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How far two things depend on one another, in any way, over a batch.</summary>
/// <remarks>
/// <code>
/// L = Σ (H K H) ∘ M / (n − 1)²,  K[i, j] = e^(−‖xᵢ − xⱼ‖² / 2σ²),  M likewise of y
/// </code>
/// H takes off the means of rows and columns. 0 only where they are independent, as far as the batch shows. Memory is
/// n² numbers. Reference: A. Gretton, O. Bousquet, A. Smola, B. Schölkopf, Measuring Statistical Dependence with
/// Hilbert-Schmidt Norms, 2005, doi:10.1007/11564089_7.
/// </remarks>
/// <param name="sigma">The kernels' width, in units of both; positive.</param>
public readonly struct IndependenceLoss(double sigma) : IGraphLoss<IndependenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SigmaCard = new(
        "sigma", @"\sigma", 1, Domain.Positive, "the kernels' width, in units of both");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hsic",
        Title = "Hilbert-Schmidt independence (HSIC)",
        Use = "Features that must not tell of a protected attribute, or of another feature.",
        Avoid = "Only a linear link is to go: take the correlation.",
        Reference = "A. Gretton, O. Bousquet, A. Smola, B. Schölkopf, Measuring Statistical Dependence with "
            + "Hilbert-Schmidt Norms, 2005, doi:10.1007/11564089_7",
        Latex = @"\frac{1}{(n - 1)^2} \operatorname{tr}(K H M H)",
        Names = new() { Chinese = "希尔伯特-施密特独立性准则" },
        Tasks = LossTask.Regularisation,
        Parameters = [SigmaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("first", "x", InputKind.Real, "n, d", "one thing of each sample") { IsDifferentiable = true },
        new("second", "y", InputKind.Real, "n, m", "the other") { IsDifferentiable = true },
    ];

    /// <summary>The kernels' width, in units of both.</summary>
    public Parameter Sigma { get; } = SigmaCard.Bind(sigma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> first = Kernel(tape, inputs["first"]), second = Kernel(tape, inputs["second"]);
        int n = inputs.Extent("n");
        Tensor<T> rows = tape.Subtract(first, tape.Mean(first, [1], keepDimensions: true));
        Tensor<T> centred = tape.Subtract(rows, tape.Mean(rows, [0], keepDimensions: true));
        double pairs = Math.Max(1, (n - 1.0) * (n - 1.0));
        return new(tape.Scale(tape.Sum(tape.Multiply(centred, second)), 1 / pairs));
    }

    private Tensor<T> Kernel<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Exp(tape.Scale(tape.SquaredDistancesBetween(rows, rows), -0.5 / (Sigma.Value * Sigma.Value)));
}
