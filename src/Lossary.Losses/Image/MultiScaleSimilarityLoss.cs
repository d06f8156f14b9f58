using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One minus the product of similarities over several scales, each half as fine as the one before.</summary>
/// <remarks>
/// <code>
/// L = 1 − l_M^β_M Πⱼ csⱼ^βⱼ        β = 0.0448, 0.2856, 0.3001, 0.2363, 0.1333, the first M over their sum
/// </code>
/// cs is the part of contrast and structure, l_M csM the whole at the coarsest scale. The image must hold the window
/// after M − 1 halvings: 176 pixels with five scales. A negative similarity counts as 0 and pulls nowhere. Reference:
/// Z. Wang, E. P. Simoncelli, A. C. Bovik, Multi-Scale Structural Similarity for Image Quality Assessment, 2003,
/// doi:10.1109/ACSSC.2003.1292216.
/// </remarks>
/// <param name="window">The width of the window in pixels; odd.</param>
/// <param name="range">The largest value that a pixel can have less the smallest; positive.</param>
/// <param name="scales">How many scales; 1 to 5.</param>
public readonly struct MultiScaleSimilarityLoss(double window, double range, double scales)
    : IGraphLoss<MultiScaleSimilarityLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WindowCard = new(
        "window", @"m", 11, new Domain(1, 1001, true, true), "the width of the window in pixels; odd");

    private static readonly ParameterCard ScalesCard = new(
        "scales", @"M", 5, new Domain(1, 5, true, true), "how many scales, 1 to 5");

    private static readonly double[] s_exponents = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ms-ssim",
        Title = "multi-scale structural similarity",
        Use = "Images whose detail and whose large forms both matter, at a viewing distance that is not known.",
        Avoid = "Images are smaller than the scales need: take fewer scales, or ssim.",
        Reference = "Z. Wang, E. P. Simoncelli, A. C. Bovik, Multi-Scale Structural Similarity for Image Quality "
            + "Assessment, 2003, doi:10.1109/ACSSC.2003.1292216",
        Latex = @"1 - l_M^{\beta_M} \prod_{j=1}^{M} cs_j^{\beta_j}",
        Names = new() { Chinese = "多尺度结构相似性损失" },
        Translations =
        [
            new(
                "pytorch_msssim.MS_SSIM(win_size=11, data_range=255)",
                "ms-ssim:window={win_size},range={data_range}",
                "the similarity itself, the higher the better") { Scale = "-1", Offset = "1" },
        ],
        Tasks = LossTask.Reconstruction,
        Parameters = [WindowCard, ImageInputs.Range, ScalesCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ImageInputs.Pair;

    /// <summary>The width of the window in pixels.</summary>
    public Parameter Window { get; } = WindowCard.Bind(window);

    /// <summary>The largest value that a pixel can have less the smallest.</summary>
    public Parameter Range { get; } = ImageInputs.Range.Bind(range);

    /// <summary>How many scales.</summary>
    public Parameter Scales { get; } = ScalesCard.Bind(scales);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(MultiScaleSimilarityLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Large enough for the window at the coarsest scale.
        int side = ((int)loss.Window.Value + 1) << ((int)loss.Scales.Value - 1);
        int n = inputs["prediction"].Shape[0];
        ImageExamples.Pair(inputs, new Shape(n, side, side, 1), random);
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> prediction = inputs["prediction"], target = inputs["target"];
        double[] window = GaussianWindow.Of((int)Window.Value);
        ReadOnlySpan<double> exponents = s_exponents.AsSpan(0, (int)Scales.Value);
        double total = Sums.Sum(exponents);
        Tensor<T>? product = null;
        for (int scale = 0; scale < exponents.Length; scale++)
        {
            Similarity<T> similarity = Similarity<T>.Of(tape, prediction, target, window, Range.Value);
            bool isLast = scale == exponents.Length - 1;
            Tensor<T> mean = tape.Mean(isLast ? similarity.Whole(tape) : similarity.Structure(tape), [1, 2, 3]);

            // Where structures run against each other the product is 0, and its slope is held finite.
            Tensor<T> factor = tape.Formula(new PowerAboveZero(exponents[scale] / total), mean);
            product = product is null ? factor : tape.Multiply(product, factor);
            if (!isLast)
            {
                prediction = tape.AveragePool(prediction, new Window(2) { StrideHeight = 2, StrideWidth = 2 });
                target = tape.AveragePool(target, new Window(2) { StrideHeight = 2, StrideWidth = 2 });
            }
        }

        return new(tape.Shift(tape.Negate(product!), 1));
    }

    private readonly struct PowerAboveZero(double exponent) : ISampleFormula
    {
        private const double Least = 1e-6;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(x[0], Least, 0, TLane.Exp(exponent * TLane.Log(TLane.AtLeast(x[0], Least))));
    }
}
