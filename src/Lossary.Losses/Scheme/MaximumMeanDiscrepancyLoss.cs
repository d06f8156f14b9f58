using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared distance between the means of two samples in the space of a Gaussian kernel.</summary>
/// <remarks>
/// <code>
/// L = mean k(x, x′) + mean k(y, y′) − 2 mean k(x, y)        k(a, b) = e^(−‖a − b‖²/2σ²)
/// </code>
/// By default each sample is paired with itself too, which biases the value upward and keeps it at 0 or above; unbiased
/// = 1 leaves these pairs out, needs two of each, and may be negative. Memory is that of the three kernel matrices.
/// Reference: A. Gretton, K. M. Borgwardt, M. J. Rasch, B. Schölkopf, A. Smola, A Kernel Two-Sample Test, JMLR 13,
/// 2012.
/// </remarks>
/// <param name="sigma">The kernel's width; positive.</param>
/// <param name="unbiased">Whether a sample's likeness to itself is left out; 0 or 1.</param>
public readonly struct MaximumMeanDiscrepancyLoss(double sigma, double unbiased)
    : IGraphLoss<MaximumMeanDiscrepancyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SigmaCard = new(
        "sigma", @"\sigma", 1, Domain.Positive, "the kernel's width, a usual distance of the features");

    private static readonly ParameterCard UnbiasedCard = new(
        "unbiased", @"u", 0, new Domain(0, 1, true, true, EndsOnly: true),
        "1 leaves out a sample's likeness to itself");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mmd",
        Title = "maximum mean discrepancy",
        Use = "Features of two domains, or made and real samples, that are to be distributed alike.",
        Avoid = "Batches are small or the kernel's width is a guess: it sees no difference then. coral-domain compares "
            + "covariances.",
        Reference = "A. Gretton, K. M. Borgwardt, M. J. Rasch, B. Schölkopf, A. Smola, A Kernel Two-Sample Test, "
            + "JMLR 13, 2012",
        Latex = @"\bar k(x, x) + \bar k(y, y) - 2 \bar k(x, y),\quad k = e^{-\|a - b\|^2 / 2 \sigma^2}",
        Names = new() { Chinese = "最大均值差异" },
        Tasks = LossTask.None,
        Parameters = [SigmaCard, UnbiasedCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("source", "x", InputKind.Real, "n, d", "the features of one domain") { IsDifferentiable = true },
        new("other", "y", InputKind.Real, "m, d", "the features of the other") { IsDifferentiable = true },
    ];

    /// <summary>The kernel's width.</summary>
    public Parameter Sigma { get; } = SigmaCard.Bind(sigma);

    /// <summary>Whether a sample's likeness to itself is left out.</summary>
    public Parameter Unbiased { get; } = UnbiasedCard.Bind(unbiased);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> source = inputs["source"], other = inputs["other"];
        Guard.HasRows(other.Shape[0], "other");
        Tensor<T> within = tape.Add(Inside(tape, source), Inside(tape, other));
        Tensor<T> across = tape.Mean(Kernel(tape, source, other));
        return new(tape.Subtract(within, tape.Scale(across, 2)));
    }

    private Tensor<T> Kernel<T>(Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Exp(tape.Scale(tape.SquaredDistancesBetween(left, right), -0.5 / (Sigma.Value * Sigma.Value)));

    private Tensor<T> Inside<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> kernel = Kernel(tape, rows, rows);
        int n = rows.Shape[0];
        return Unbiased.Value == 0
            ? tape.Mean(kernel)
            : tape.Scale(tape.Sum(tape.Multiply(kernel, tape.OffDiagonal<T>(n))), 1.0 / int.Max(1, n * (n - 1)));
    }
}
