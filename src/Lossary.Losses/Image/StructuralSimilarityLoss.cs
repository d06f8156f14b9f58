using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One minus the mean structural similarity of two images, in Gaussian windows.</summary>
/// <remarks>
/// <code>
/// L = 1 − mean of (2 μxμy + c₁)(2 σxy + c₂) / ((μx² + μy² + c₁)(σx² + σy² + c₂))
/// c₁ = (0.01 R)²        c₂ = (0.03 R)²        deviation of the window: 1.5 pixels
/// </code>
/// Windows keep within the image; a smaller image is refused. The range of the pixels is a parameter, and never read
/// off an image. Reference: Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, Image Quality Assessment: From Error
/// Visibility to Structural Similarity, 2004, doi:10.1109/TIP.2003.819861.
/// </remarks>
/// <param name="window">The width of the window in pixels; odd.</param>
/// <param name="range">The largest value that a pixel can have less the smallest; positive.</param>
public readonly struct StructuralSimilarityLoss(double window, double range)
    : IGraphLoss<StructuralSimilarityLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WindowCard = new(
        "window", @"m", 11, new Domain(1, 1001, true, true), "the width of the window in pixels; odd");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ssim",
        Title = "structural similarity",
        Use = "Images restored or made from images, judged as people see them: by light, contrast and structure "
            + "around each pixel.",
        Avoid = "Pixels have no neighbours that mean anything, or colours must be exact: mix in the absolute error.",
        Reference = "Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, Image Quality Assessment: From Error "
            + "Visibility to Structural Similarity, 2004, doi:10.1109/TIP.2003.819861",
        Latex = @"1 - \operatorname{mean} \frac{(2 \mu_x \mu_y + c_1)(2 \sigma_{xy} + c_2)}{(\mu_x^2 + \mu_y^2 + "
            + @"c_1)(\sigma_x^2 + \sigma_y^2 + c_2)}",
        Names = new() { Chinese = "结构相似性损失" },
        Translations =
        [
            new("monai.losses.SSIMLoss(win_size=11, data_range=1.0)", "ssim:window={win_size},range={data_range}"),
            new(
                "kornia.losses.ssim_loss(window_size=11, max_val=1.0)",
                "ssim:window={window_size},range={max_val}",
                "window_size has no default there; windows reach over the border unless padding=\"valid\"; "
                    + "pixels are clamped to 0 … 1") { Scale = "1/2" },
            new(
                "pytorch_msssim.SSIM(win_size=11, data_range=255)",
                "ssim:window={win_size},range={data_range}",
                "the similarity itself, the higher the better") { Scale = "-1", Offset = "1" },
        ],
        Tasks = LossTask.Reconstruction,
        Parameters = [WindowCard, ImageInputs.Range],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ImageInputs.Pair;

    /// <summary>The width of the window in pixels.</summary>
    public Parameter Window { get; } = WindowCard.Bind(window);

    /// <summary>The largest value that a pixel can have less the smallest.</summary>
    public Parameter Range { get; } = ImageInputs.Range.Bind(range);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(StructuralSimilarityLoss loss, LossInputs<double> inputs, RandomStream random)
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
        Similarity<T> similarity = Similarity<T>.Of(
            tape, inputs["prediction"], inputs["target"], GaussianWindow.Of((int)Window.Value), Range.Value);
        return new(tape.Shift(tape.Negate(tape.Mean(similarity.Whole(tape), [1, 2, 3])), 1));
    }
}
