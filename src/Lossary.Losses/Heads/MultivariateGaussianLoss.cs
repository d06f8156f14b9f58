using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a normal distribution of vectors whose mean and precision are predicted.
/// </summary>
/// <remarks>
/// <code>
/// L = ½ ‖Lᵀ (t − μ)‖² − Σᵢ ln Lᵢᵢ + d/2 ln 2π     with L Lᵀ the inverse of the covariance
/// </code>
/// What stands above the diagonal is not read. No matrix is inverted. Reference: P. M. Williams, Using Neural Networks
/// to Model Conditional Multivariate Densities, 1996, doi:10.1162/neco.1996.8.4.843.
/// </remarks>
public readonly struct MultivariateGaussianLoss : IGraphLoss<MultivariateGaussianLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multivariate-gaussian",
        Title = "multivariate Gaussian likelihood",
        Use = "Several targets of a row whose errors go together.",
        Avoid = "Targets are many: the factor has d² numbers a row. gaussian takes each by itself.",
        Reference = "P. M. Williams, Using Neural Networks to Model Conditional Multivariate Densities, 1996, "
            + "doi:10.1162/neco.1996.8.4.843",
        Latex = @"\tfrac{1}{2} \lVert L^{\top} (t - \mu) \rVert^2 - \sum_i \ln L_{ii} + \tfrac{d}{2} \ln 2 \pi",
        Names = new() { Chinese = "多元高斯负对数似然" },
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "n, d", "the predicted mean") { IsDifferentiable = true },
        new("factor", "L", InputKind.Real, "n, d, d", "the precision's lower factor, logarithms on its diagonal")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Real, "n, d", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> mean = inputs["mean"];
        Tensor<T> whole = inputs["factor"];
        int n = mean.Shape[0], d = mean.Shape[1];
        (Tensor<T> diagonal, Tensor<T> below) = Masks(tape, whole.Shape);
        Tensor<T> logs = tape.Multiply(whole, diagonal);
        Tensor<T> factor = tape.Add(tape.Multiply(tape.Exp(logs), diagonal), tape.Multiply(whole, below));
        Tensor<T> residual = tape.Reshape(tape.Subtract(inputs["target"], mean), new Shape(n, d, 1));
        Tensor<T> turned = tape.Sum(tape.Multiply(factor, tape.BroadcastTo(residual, factor.Shape)), [1]);
        Tensor<T> distance = tape.Scale(tape.Sum(tape.Square(turned), [-1]), 0.5);
        return new(tape.Shift(tape.Subtract(distance, tape.Sum(logs, [-2, -1])), d * 0.9189385332046727));
    }

    /// <summary>1 on the diagonal, and 1 below it.</summary>
    private static (Tensor<T> Diagonal, Tensor<T> Below) Masks<T>(Tape<T> tape, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> diagonal = tape.Rent(shape), below = tape.Rent(shape);
        int d = shape[1];
        for (int i = 0; i < shape.Length; i++)
        {
            int row = i / d % d, column = i % d;
            diagonal.Values[i] = row == column ? T.One : T.Zero;
            below.Values[i] = row > column ? T.One : T.Zero;
        }

        return (diagonal, below);
    }
}
