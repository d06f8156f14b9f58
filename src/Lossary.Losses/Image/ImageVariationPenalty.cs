using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The summed steps between neighbouring pixels of each image.</summary>
/// <remarks>
/// <code>
/// L = Σ |∂ₕx| + Σ |∂_w x|        isotropic = 1: Σ √((∂ₕx)² + (∂_w x)²) over pixels that have both neighbours
/// </code>
/// Equal neighbours pull nowhere. The sum is over pixels and channels, the mean over images. Reference: L. I. Rudin, S.
/// Osher, E. Fatemi, Nonlinear Total Variation Based Noise Removal Algorithms, 1992, doi:10.1016/0167-2789(92)90242-F.
/// </remarks>
/// <param name="isotropic">Whether lengths of gradients are summed; 0 or 1.</param>
public readonly struct ImageVariationPenalty(double isotropic) : IGraphLoss<ImageVariationPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard IsotropicCard = new(
        "isotropic", @"i", 0, new Domain(0, 1, true, true, EndsOnly: true),
        "1 for lengths of gradients, which turn with the image");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "image-total-variation",
        Title = "total variation of an image",
        Use = "Images without noise that keep their edges: added to what ties them to the data.",
        Avoid = "Fine texture is wanted: it is smoothed away, and slopes become stairs.",
        Reference = "L. I. Rudin, S. Osher, E. Fatemi, Nonlinear Total Variation Based Noise Removal Algorithms, "
            + "1992, doi:10.1016/0167-2789(92)90242-F",
        Latex = @"\sum |\partial_h x| + |\partial_w x| \quad\text{or}\quad \sum \sqrt{(\partial_h x)^2 + "
            + @"(\partial_w x)^2}",
        Aliases = ["tv"],
        Names = new() { Chinese = "图像全变分" },
        Translations =
        [
            new("kornia.losses.total_variation()", "image-total-variation"),
        ],
        Tasks = LossTask.Reconstruction,
        Parameters = [IsotropicCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("image", "x", InputKind.Real, "n, h, w, c", "the images, channels last") { IsDifferentiable = true },
    ];

    /// <summary>Whether lengths of gradients are summed.</summary>
    public Parameter Isotropic { get; } = IsotropicCard.Bind(isotropic);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public static void Arrange(ImageVariationPenalty loss, LossInputs<double> inputs, RandomStream random)
    {
        ImageExamples.Separate(inputs["image"].Values, random);
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> image = inputs["image"];
        if (Isotropic.Value == 0)
        {
            Tensor<T> down = tape.Sum(tape.Abs(ImageSteps.Down(tape, image)), [1, 2, 3]);
            return new(tape.Add(down, tape.Sum(tape.Abs(ImageSteps.Right(tape, image)), [1, 2, 3])));
        }

        Tensor<T> vertical = ImageSteps.Down(tape, image), horizontal = ImageSteps.Right(tape, image);
        Tensor<T> squares = tape.Add(
            tape.Square(tape.Slice(vertical, 2, 0, horizontal.Shape[2])),
            tape.Square(tape.Slice(horizontal, 1, 0, vertical.Shape[1])));
        return new(tape.Sum(tape.SqrtOrZero(squares), [1, 2, 3]));
    }
}
