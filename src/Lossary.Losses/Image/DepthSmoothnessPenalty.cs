using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean step of depth from pixel to pixel, free where the image itself steps.</summary>
/// <remarks>
/// <code>
/// L = mean |∂ₕd| e^(−|∂ₕI|) + mean |∂_w d| e^(−|∂_w I|)        |∂I| the mean over channels
/// </code>
/// Reference: C. Godard, O. Mac Aodha, G. J. Brostow, Unsupervised Monocular Depth Estimation with Left-Right
/// Consistency, 2017, arXiv:1609.03677.
/// </remarks>
public readonly struct DepthSmoothnessPenalty : IGraphLoss<DepthSmoothnessPenalty>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "depth-smoothness",
        Title = "edge-aware smoothness of depth",
        Use = "Depth or disparity that is to change only where the image does.",
        Avoid = "The image has strong texture on flat surfaces: its edges let depth jump there.",
        Reference = "C. Godard, O. Mac Aodha, G. J. Brostow, Unsupervised Monocular Depth Estimation with Left-Right "
            + "Consistency, 2017, arXiv:1609.03677",
        Latex = @"\operatorname{mean} |\partial d| \, e^{-|\partial I|}",
        Names = new() { Chinese = "边缘感知深度平滑" },
        Translations =
        [
            new("kornia.losses.inverse_depth_smoothness_loss()", "depth-smoothness", "channels come first"),
        ],
        Tasks = LossTask.Reconstruction,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("depth", "d", InputKind.Real, "n, h, w, 1", "inverse depth or disparity") { IsDifferentiable = true },
        new("image", "I", InputKind.Real, "n, h, w, c", "the image, channels last"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public static void Arrange(DepthSmoothnessPenalty loss, LossInputs<double> inputs, RandomStream random)
    {
        ImageExamples.Separate(inputs["depth"].Values, random);
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> depth = inputs["depth"], image = inputs["image"];
        Tensor<T> down = Cost(tape, ImageSteps.Down(tape, depth), ImageSteps.Down(tape, image));
        return new(tape.Add(down, Cost(tape, ImageSteps.Right(tape, depth), ImageSteps.Right(tape, image))));
    }

    private static Tensor<T> Cost<T>(Tape<T> tape, Tensor<T> steps, Tensor<T> edges)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> edge = tape.Mean(tape.Abs(edges), [3], keepDimensions: true);
        return tape.Mean(tape.Multiply(tape.Abs(steps), tape.Exp(tape.Negate(edge))), [1, 2, 3]);
    }
}
