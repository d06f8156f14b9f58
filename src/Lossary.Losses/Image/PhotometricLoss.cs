using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// An image warped from another view is to look like the one seen: mostly by structure, a little by brightness.
/// </summary>
/// <remarks>
/// <code>
/// L = α ½ (1 − SSIM) + (1 − α) mean of |x − y|
/// </code>
/// SSIM as ssim, over windows within the image. There is one term for each image. Reference: C. Godard, O. Mac Aodha,
/// G. J. Brostow, Unsupervised Monocular Depth Estimation with Left-Right Consistency, 2017, arXiv:1609.03677.
/// </remarks>
/// <param name="alpha">What structure counts; brightness counts the rest; 0 to 1.</param>
/// <param name="window">The width of the window in pixels; odd.</param>
/// <param name="range">The largest value that a pixel can have less the smallest; positive.</param>
public readonly struct PhotometricLoss(double alpha, double window, double range)
    : IGraphLoss<PhotometricLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.85, Domain.Unit, "what structure counts; brightness counts the rest");

    private static readonly ParameterCard WindowCard = new(
        "window", "m", 3, new Domain(1, 1001, true, true), "the width of the window in pixels; odd");

    private static readonly ParameterCard RangeCard = new(
        "range", "R", 1, Domain.Positive, "the largest value that a pixel can have less the smallest");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "photometric",
        Title = "photometric",
        Use = "Depth or motion learned from videos or pairs of cameras, without labels.",
        Avoid = "What moves or is hidden in one view is not masked: its pixels never agree.",
        Reference = "C. Godard, O. Mac Aodha, G. J. Brostow, Unsupervised Monocular Depth Estimation with Left-Right "
            + "Consistency, 2017, arXiv:1609.03677",
        Latex = @"\tfrac{\alpha}{2} (1 - \mathrm{SSIM}) + (1 - \alpha) \overline{|x - y|}",
        Names = new() { Chinese = "光度重建损失" },
        Tasks = LossTask.Reconstruction,
        Parameters = [AlphaCard, WindowCard, RangeCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "x", InputKind.Real, "n, h, w, c", "the images, channels last") { IsDifferentiable = true },
        new("target", "y", InputKind.Real, "n, h, w, c", "what they should be"),
    ];

    /// <summary>What structure counts; brightness counts the rest.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>The width of the window in pixels; odd.</summary>
    public Parameter Window { get; } = WindowCard.Bind(window);

    /// <summary>The largest value that a pixel can have less the smallest.</summary>
    public Parameter Range { get; } = RangeCard.Bind(range);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(PhotometricLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        int side = (int)loss.Window.Value + 2;
        ImageExamples.Pair(inputs, new Shape(inputs["prediction"].Shape[0], side, side, 1), random);

        // Away from the kinks, where pixels agree.
        Span<double> pixels = inputs["prediction"].Values;
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] += Math.Abs(pixels[i] - inputs["target"].Values[i]) < 0.01 ? 0.03 : 0;
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossTerms<T> structure = new StructuralSimilarityLoss(Window.Value, Range.Value).Terms(tape, inputs);
        Tensor<T> brightness = tape.Mean(tape.Abs(tape.Subtract(inputs["prediction"], inputs["target"])), [1, 2, 3]);
        return new(tape.Add(
            tape.Scale(structure.Values, 0.5 * Alpha.Value), tape.Scale(brightness, 1 - Alpha.Value)));
    }
}
