using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Dice with a price for false positives and another for false negatives.</summary>
/// <remarks>
/// <code>
/// L = 1 − (TP + s) / (TP + α FP + β FN + s)
/// </code>
/// Nothing predicted where nothing is costs 0. The sums run over the pixels of each image and class, or over the batch.
/// α = β = ½ is Dice with half its smoothing, α = β = 1 Jaccard. The paper found 0.3 and 0.7 best for lesions; some
/// libraries swap the two. Reference: S. S. M. Salehi, D. Erdogmus, A. Gholipour, "Tversky Loss Function for Image
/// Segmentation Using 3D Fully Convolutional Deep Networks", MLMI 2017, arXiv:1706.05721.
/// </remarks>
/// <param name="falsePositiveWeight">What a false positive counts.</param>
/// <param name="falseNegativeWeight">What a false negative counts.</param>
/// <param name="smooth">What is added to numerator and denominator of the ratio, in pixels.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct TverskyLoss(
    double falsePositiveWeight, double falseNegativeWeight, double smooth, RegionOptions options = default)
    : IGraphLoss<TverskyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard FalsePositiveWeightCard = new(
        "false-positive-weight", @"\alpha", 0.5, Domain.NonNegative, "what a false positive counts");

    private static readonly ParameterCard FalseNegativeWeightCard = new(
        "false-negative-weight", @"\beta", 0.5, Domain.NonNegative, "what a false negative counts");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "tversky",
        Title = "Tversky",
        Use = "Segmentation where missing a region is worse than marking too much, or the other way "
            + "round.",
        Avoid = "No price known for either error. Take dice.",
        Reference = "S. S. M. Salehi, D. Erdogmus, A. Gholipour, Tversky Loss Function for Image "
            + "Segmentation Using 3D Fully Convolutional Deep Networks, 2017, arXiv:1706.05721",
        Latex = @"1 - \frac{TP + s}{TP + \alpha FP + \beta FN + s}",
        Names = new() { Keras = "Tversky", Chinese = "Tversky 损失" },
        Translations =
        [
            new(
                "keras.losses.Tversky(alpha=0.5, beta=0.5)",
                "tversky:false-positive-weight={alpha},false-negative-weight={beta},smooth=0,probabilities=1,"
                    + "per-batch=1",
                "takes probabilities; all classes are summed together, unless axis parts them; 1e-7 is added below"),
            new(
                "optax.losses.dice_loss(smooth=1.0, alpha=0.5, beta=0.5)",
                "tversky:false-positive-weight={alpha},false-negative-weight={beta},smooth={smooth},softmax=1",
                "channels come last"),
            new(
                "monai.losses.TverskyLoss(sigmoid=True, alpha=0.5, beta=0.5, smooth_nr=1e-05, smooth_dr=1e-05)",
                "tversky:false-positive-weight={alpha},false-negative-weight={beta},smooth={smooth_nr}",
                "smooth_nr and smooth_dr are one number here"),
            new(
                "segmentation_models_pytorch.losses.TverskyLoss(mode=\"binary\", smooth=0.0, alpha=0.5, beta=0.5)",
                "tversky:false-positive-weight={alpha},false-negative-weight={beta},smooth={smooth},per-batch=1",
                "a class that the target lacks counts 0 there, but is divided by; gamma raises the mean to a power"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [FalsePositiveWeightCard, FalseNegativeWeightCard, RegionInputs.Smooth, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What a false positive counts.</summary>
    public double FalsePositiveWeight { get; } = FalsePositiveWeightCard.Bind(falsePositiveWeight).Value;

    /// <summary>What a false negative counts.</summary>
    public double FalseNegativeWeight { get; } = FalseNegativeWeightCard.Bind(falseNegativeWeight).Value;

    /// <summary>What is added to numerator and denominator of the ratio, in pixels.</summary>
    public double Smooth { get; } = RegionInputs.Smooth.Bind(smooth).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(TverskyLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RegionInputs.Terms(
            tape, inputs, Options, new TverskyOfCounts(FalsePositiveWeight, FalseNegativeWeight, Smooth));
}
