using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Soft dynamic time warping: two series compared under all ways to stretch one onto the other.</summary>
/// <remarks>
/// <code>
/// L = r(T, S)        r(i, j) = ‖xᵢ − yⱼ‖² + softmin(r(i−1, j−1), r(i−1, j), r(i, j−1))
/// softmin(a) = −γ ln Σ e^(−a/γ)
/// </code>
/// It may be negative, and is not least where the series are equal: see <see cref="SoftDtwDivergenceLoss"/>. Time and
/// memory grow as T · S. Where its gradient is differentiated, it is in steps of the tape: slow, and with
/// room for each diagonal. Reference: M. Cuturi, M. Blondel, "Soft-DTW: a
/// Differentiable Loss Function for Time-Series", ICML 2017, arXiv:1703.01541.
/// </remarks>
public readonly struct SoftDtwLoss : IGraphLoss<SoftDtwLoss>, IDocumentedLoss
{
    private readonly double _gamma;

    /// <summary>Makes the loss.</summary>
    /// <param name="gamma">How soft the minimum is, γ, in the squared unit of the series; positive.</param>
    public SoftDtwLoss(double gamma) => _gamma = SoftDtwSettings.Gamma.Bind(gamma).Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-dtw",
        Title = "soft dynamic time warping",
        Use = "Series whose shape counts and whose timing does not: a peak that comes a little late is no large error.",
        Avoid = "Timing counts, or 0 is to mean equal: soft-dtw-divergence.",
        Reference = "M. Cuturi, M. Blondel, Soft-DTW: a Differentiable Loss Function for Time-Series, ICML 2017, "
            + "arXiv:1703.01541",
        Latex =
            @"r_{T,S}, \quad r_{i,j} = \lVert x_i - y_j \rVert^2 + {\min}^{\gamma}(r_{i-1,j-1}, r_{i-1,j}, r_{i,j-1})",
        Aliases = ["soft-dynamic-time-warping"],
        Names = new() { Chinese = "软动态时间规整" },
        Translations =
        [
            new("tslearn.metrics.SoftDTWLossPyTorch(gamma=1.0, normalize=False)", "soft-dtw:gamma={gamma}"),
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
        return new(tape.SoftDtw(inputs["prediction"], inputs["target"], first, second, _gamma));
    }
}
