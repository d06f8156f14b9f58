using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One minus the mean squared correlation of two images within square windows.</summary>
/// <remarks>
/// <code>
/// L = 1 − mean of σxy² / (σx² σy² + ε)        ε = 1e-5, in squares of the pixels' variance
/// </code>
/// Windows keep within the image. Flat windows correlate with nothing and pull nowhere to speak of. Reference: B. B.
/// Avants, C. L. Epstein, M. Grossman, J. C. Gee, Symmetric Diffeomorphic Image Registration with Cross-Correlation,
/// 2008, doi:10.1016/j.media.2007.06.004.
/// </remarks>
/// <param name="window">The width of the window in pixels; odd.</param>
public readonly struct LocalCorrelationLoss(double window) : IGraphLoss<LocalCorrelationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WindowCard = new(
        "window", @"m", 3, new Domain(1, 1001, true, true), "the width of the window in pixels; odd");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lncc",
        Title = "local normalised cross correlation",
        Use = "Images to be brought into line whose brightness differs from place to place.",
        Avoid = "Images are of one brightness: squared is cheaper. Flat windows have no correlation.",
        Reference = "B. B. Avants, C. L. Epstein, M. Grossman, J. C. Gee, Symmetric Diffeomorphic Image Registration "
            + "with Cross-Correlation, 2008, doi:10.1016/j.media.2007.06.004",
        Latex = @"1 - \operatorname{mean} \frac{\sigma_{xy}^2}{\sigma_x^2 \sigma_y^2 + \epsilon}",
        Names = new() { Chinese = "局部归一化互相关" },
        Translations =
        [
            new(
                "monai.losses.LocalNormalizedCrossCorrelationLoss(kernel_size=3)",
                "lncc:window={kernel_size}",
                "the correlation with its sign turned; windows reach over the border") { Offset = "-1" },
        ],
        Tasks = LossTask.Reconstruction,
        Parameters = [WindowCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ImageInputs.Pair;

    /// <summary>The width of the window in pixels.</summary>
    public Parameter Window { get; } = WindowCard.Bind(window);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(LocalCorrelationLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Large enough for the window.
        int side = (int)loss.Window.Value + 2;
        int n = inputs["prediction"].Shape[0];
        ImageExamples.Pair(inputs, new Shape(n, side, side, 1), random);
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = (int)Window.Value;
        double[] window = [.. Enumerable.Repeat(1.0 / width, width)];
        Similarity<T> local = Similarity<T>.Of(tape, inputs["prediction"], inputs["target"], window, 1);
        Tensor<T> correlation = tape.Formula(
            default(SquaredCorrelation), local.Covariance, local.Spread, local.TargetSpread);
        return new(tape.Shift(tape.Negate(tape.Mean(correlation, [1, 2, 3])), 1));
    }

    private readonly struct SquaredCorrelation : ISampleFormula
    {
        private const double Epsilon = 1e-5;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            x[0] * x[0] / ((x[1] * x[2]) + Epsilon);
    }
}
