using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// One minus the cosine between the predicted probabilities and the target: proper, and bounded by 1.
/// </summary>
/// <remarks>
/// <code>
/// L = 1 − p_y / √(Σ pₖ²)                  p = softmax(z)
/// ∂L/∂zⱼ = −s (1[j = y] − softmax(2z)ⱼ)        s = p_y / √(Σ pₖ²)
/// </code>
/// Others leave the 1 out. Reference: T. Gneiting, A. E. Raftery, "Strictly Proper Scoring Rules, Prediction, and
/// Estimation", Journal of the American Statistical Association 102 (2007) 359–378.
/// </remarks>
public readonly struct SphericalLoss : IGraphLoss<SphericalLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "spherical",
        Title = "spherical score",
        Use = "Several classes, where probabilities are wanted and a confident error must not count without bound.",
        Avoid = "Starts far off: it hardly pulls where p is small. Take cross entropy.",
        Reference = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
            + "doi:10.1198/016214506000001437",
        Latex = @"1 - \frac{p_y}{\sqrt{\sum_k p_k^2}}, \quad p = \operatorname{softmax}(z)",
        Aliases = ["spherical-score"],
        Names = new() { Chinese = "球面评分" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        IsBounded = true,
        IsProper = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula());

    /// <summary>One row.</summary>
    private readonly struct Formula : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> doubled = row.Free(0);
            for (int k = 0; k < row.Classes; k++)
            {
                doubled[k] = 2 * row.Scores[k];
            }

            // ln s is minus half of cross entropy of the doubled scores.
            double log = -0.5 * RowSoftmax.CrossEntropy(doubled, row.Target, gradient), s = RealFunctions.Exp(log);
            foreach (ref double slope in gradient)
            {
                slope *= s;
            }

            return -RealFunctions.ExpM1(log);
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            Tensor<T> log = tape.Scale(rows.CrossEntropy(tape.Scale(rows.Scores, 2)), -0.5);
            return tape.Shift(tape.Negate(tape.Exp(log)), 1);
        }
    }
}
