using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean difference between the sizes of two images' steps from pixel to pixel.</summary>
/// <remarks>
/// <code>
/// L = mean ||∂ₕx| − |∂ₕy|| + mean ||∂_w x| − |∂_w y||        for each image
/// </code>
/// Reference: M. Mathieu, C. Couprie, Y. LeCun, Deep Multi-Scale Video Prediction Beyond Mean Square Error, 2016,
/// arXiv:1511.05440.
/// </remarks>
public readonly struct GradientDifferenceLoss : IGraphLoss<GradientDifferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gradient-difference",
        Title = "gradient difference",
        Use = "Images whose edges are to be as sharp as the target's.",
        Avoid = "Alone: it does not see the level of an image; add it to a loss of pixels.",
        Reference = "M. Mathieu, C. Couprie, Y. LeCun, Deep Multi-Scale Video Prediction Beyond Mean Square Error, "
            + "2016, arXiv:1511.05440",
        Latex = @"\operatorname{mean} \left||\partial x| - |\partial y|\right|",
        Names = new() { Chinese = "图像梯度差损失" },
        Tasks = LossTask.Reconstruction,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ImageInputs.Pair;

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(GradientDifferenceLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Away from the kinks, where an image's step is as large as the target's.
        ImageExamples.Separate(inputs["prediction"].Values, random);
        ImageExamples.Separate(inputs["target"].Values, random);
        foreach (ref double pixel in inputs["prediction"].Values)
        {
            pixel *= 0.005;
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> prediction = inputs["prediction"], target = inputs["target"];
        Tensor<T> down = Gap(tape, ImageSteps.Down(tape, prediction), ImageSteps.Down(tape, target));
        return new(tape.Add(down, Gap(tape, ImageSteps.Right(tape, prediction), ImageSteps.Right(tape, target))));
    }

    private static Tensor<T> Gap<T>(Tape<T> tape, Tensor<T> steps, Tensor<T> wanted)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Mean(tape.Abs(tape.Subtract(tape.Abs(steps), tape.Abs(wanted))), [1, 2, 3]);
}
