using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Soft dynamic time warping, less what each series costs against itself: 0 where they are equal, else above.
/// </summary>
/// <remarks>
/// <code>
/// L = r(x, y) − ½ r(x, x) − ½ r(y, y)
/// </code>
/// Reference: M. Blondel, A. Mensch, J.-P. Vert, "Differentiable Divergences Between Time Series", AISTATS 2021,
/// arXiv:2010.08354. See <see cref="SoftDtwLoss"/>.
/// </remarks>
public readonly struct SoftDtwDivergenceLoss : IGraphLoss<SoftDtwDivergenceLoss>, IDocumentedLoss
{
    private readonly double _gamma;

    /// <summary>Makes the loss.</summary>
    /// <param name="gamma">How soft the minimum is, γ, in the squared unit of the series; positive.</param>
    public SoftDtwDivergenceLoss(double gamma) => _gamma = SoftDtwSettings.Gamma.Bind(gamma).Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-dtw-divergence",
        Title = "soft dynamic time warping divergence",
        Use = "As soft-dtw, where a perfect prediction is to cost 0 and nothing less.",
        Avoid = "Time is short: it takes three times as long as soft-dtw.",
        Reference = "M. Blondel, A. Mensch, J.-P. Vert, Differentiable Divergences Between Time Series, AISTATS 2021, "
            + "arXiv:2010.08354",
        Latex = @"r^{\gamma}(x, y) - \tfrac{1}{2} r^{\gamma}(x, x) - \tfrac{1}{2} r^{\gamma}(y, y)",
        Names = new() { Chinese = "软动态时间规整散度" },
        Translations =
        [
            new("tslearn.metrics.SoftDTWLossPyTorch(gamma=1.0, normalize=True)", "soft-dtw-divergence:gamma={gamma}"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = [SoftDtwSettings.Gamma],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SoftDtwSettings.Inputs;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, SecondOrder = SecondOrder.Exact };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int[] first, int[] second) = SoftDtwSettings.Lengths(tape, inputs);
        Tensor<T> prediction = inputs["prediction"], target = inputs["target"];
        Tensor<T> own = tape.Add(
            tape.SoftDtw(prediction, prediction, first, first, _gamma),
            tape.SoftDtw(target, target, second, second, _gamma));
        return new(tape.Subtract(tape.SoftDtw(prediction, target, first, second, _gamma), tape.Scale(own, 0.5)));
    }
}
