using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − the overlap of the predicted and the true region, relative to their sizes.</summary>
/// <remarks>
/// <code>
/// L = 1 − (2 TP + s) / (2 TP + FP + FN + s) = (FP + FN) / (2 TP + FP + FN + s)
/// TP = Σ p t,  FP = Σ p − TP,  FN = Σ t − TP;  squared: Σ p² and Σ t² for Σ p and Σ t
/// </code>
/// Nothing predicted where nothing is costs 0. The sums run over the pixels of each image and class, or over the batch.
/// It is computed by the second form, which loses no digit where the overlap is nearly whole. Reference: F. Milletari,
/// N. Navab, S.-A. Ahmadi, "V-Net: Fully Convolutional Neural Networks for Volumetric Medical Image Segmentation", 3DV
/// 2016, arXiv:1606.04797.
/// </remarks>
/// <param name="smooth">What is added to numerator and denominator of the ratio, in pixels.</param>
/// <param name="squared">Whether squares of p and t are summed for their sizes.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct DiceLoss(double smooth, bool squared, RegionOptions options = default)
    : IGraphLoss<DiceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SquaredCard = new(
        "squared", @"\xi", 0, Switch.Domain, "whether squares of p and t are summed for their sizes");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dice",
        Title = "Dice",
        Use = "Segmentation with a small foreground, which pixel by pixel losses would drown.",
        Avoid = "Probabilities that are to be trusted: it drives them to 0 and 1. Add cross entropy: "
            + "dice-cross-entropy.",
        Reference = "F. Milletari, N. Navab, S.-A. Ahmadi, V-Net: Fully Convolutional Neural Networks for "
            + "Volumetric Medical Image Segmentation, 2016, arXiv:1606.04797",
        Latex = @"1 - \frac{2 \sum p t + s}{\sum p + \sum t + s}",
        Aliases = ["soft-dice"],
        Names = new() { Keras = "Dice", Chinese = "Dice 损失" },
        Translations =
        [
            new(
                "keras.losses.Dice()",
                "dice:smooth=0,probabilities=1,per-batch=1",
                "takes probabilities; all classes are summed together, unless axis parts them; 1e-7 is added below"),
            new("optax.losses.binary_dice_loss(smooth=1.0)", "dice:smooth={2*smooth}", "channels come last"),
            new(
                "monai.losses.DiceLoss(sigmoid=True, smooth_nr=1e-05, smooth_dr=1e-05)",
                "dice:smooth={smooth_nr}",
                "smooth_nr and smooth_dr are one number here"),
            new(
                "monai.losses.DiceLoss(softmax=True, smooth_nr=1e-05, smooth_dr=1e-05)",
                "dice:smooth={smooth_nr},softmax=1",
                "smooth_nr and smooth_dr are one number here"),
            new(
                "monai.losses.DiceLoss(sigmoid=True, squared_pred=True, smooth_nr=1e-05, smooth_dr=1e-05)",
                "dice:smooth={smooth_nr},squared=1",
                "smooth_nr and smooth_dr are one number here"),
            new(
                "segmentation_models_pytorch.losses.DiceLoss(mode=\"binary\", smooth=0.0)",
                "dice:smooth={smooth},per-batch=1",
                "a class that the target lacks counts 0 there, but is divided by"),
            new(
                "segmentation_models_pytorch.losses.DiceLoss(mode=\"multilabel\", smooth=0.0)",
                "dice:smooth={smooth},per-batch=1",
                "a class that the target lacks counts 0 there, but is divided by"),
            new(
                "segmentation_models_pytorch.losses.DiceLoss(mode=\"multiclass\", smooth=0.0)",
                "dice:smooth={smooth},softmax=1,per-batch=1",
                "a class that the target lacks counts 0 there, but is divided by"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [RegionInputs.Smooth, SquaredCard, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What is added to numerator and denominator of the ratio, in pixels.</summary>
    public double Smooth { get; } = RegionInputs.Smooth.Bind(smooth).Value;

    /// <summary>Whether squares of p and t are summed for their sizes.</summary>
    public bool IsSquared { get; } = squared;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(DiceLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RegionInputs.Terms(tape, inputs, Options, new DiceOfCounts(Smooth), IsSquared);
}
