using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − the intersection over the union of the predicted and the true region.</summary>
/// <remarks>
/// <code>
/// L = 1 − (TP + s) / (TP + FP + FN + s) = (FP + FN) / (TP + FP + FN + s)
/// </code>
/// Nothing predicted where nothing is costs 0. The sums run over the pixels of each image and class, or over the batch.
/// Without smoothing it is 2D/(1 + D) of the Dice loss D. Reference: M. Rahman, Y. Wang, "Optimizing Intersection-Over-
/// Union in Deep Neural Networks for Image Segmentation", ISVC 2016, doi:10.1007/978-3-319-50835-1_22.
/// </remarks>
/// <param name="smooth">What is added to numerator and denominator of the ratio, in pixels.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct JaccardLoss(double smooth, RegionOptions options = default)
    : IGraphLoss<JaccardLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "jaccard",
        Title = "Jaccard",
        Use = "Segmentation that is judged by the intersection over the union.",
        Avoid = "Probabilities that are to be trusted: it drives them to 0 and 1. Add cross entropy.",
        Reference = "M. Rahman, Y. Wang, Optimizing Intersection-Over-Union in Deep Neural Networks for "
            + "Image Segmentation, 2016, doi:10.1007/978-3-319-50835-1_22",
        Latex = @"1 - \frac{\sum p t + s}{\sum p + \sum t - \sum p t + s}",
        Aliases = ["soft-iou"],
        Names = new() { Chinese = "Jaccard 损失（交并比损失）" },
        Translations =
        [
            new(
                "segmentation_models_pytorch.losses.JaccardLoss(mode=\"binary\", smooth=0.0)",
                "jaccard:smooth={smooth},per-batch=1",
                "a class that the target lacks counts 0 there, but is divided by"),
            new(
                "segmentation_models_pytorch.losses.JaccardLoss(mode=\"multiclass\", smooth=0.0)",
                "jaccard:smooth={smooth},softmax=1,per-batch=1",
                "a class that the target lacks counts 0 there, but is divided by"),
            new(
                "monai.losses.DiceLoss(sigmoid=True, jaccard=True, smooth_nr=1e-05, smooth_dr=1e-05)",
                "jaccard:smooth={smooth_nr/2}",
                "smooth_nr and smooth_dr are one number here"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [RegionInputs.Smooth, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What is added to numerator and denominator of the ratio, in pixels.</summary>
    public double Smooth { get; } = RegionInputs.Smooth.Bind(smooth).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(JaccardLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RegionInputs.Terms(tape, inputs, Options, new TverskyOfCounts(1, 1, Smooth));
}
