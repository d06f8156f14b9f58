using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The Dice loss plus the cross entropy of the pixels: overlap from the one, a smooth gradient from the other.
/// </summary>
/// <remarks>
/// <code>
/// L = λ D + μ H,  D the mean Dice loss of the classes, H the mean cross entropy of the pixels
/// </code>
/// There is one term for each image. H is binary for each class, or that of a softmax over the classes. Reference: F.
/// Isensee, P. F. Jaeger, S. A. A. Kohl, J. Petersen, K. H. Maier-Hein, "nnU-Net: A Self-Configuring Method for Deep
/// Learning-Based Biomedical Image Segmentation", Nature Methods 18 (2021), doi:10.1038/s41592-020-01008-z.
/// </remarks>
/// <param name="diceWeight">What the Dice loss counts.</param>
/// <param name="entropyWeight">What the cross entropy counts.</param>
/// <param name="smooth">What is added to numerator and denominator of the Dice ratio, in pixels.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct DiceCrossEntropyLoss(
    double diceWeight, double entropyWeight, double smooth, RegionOptions options = default)
    : IGraphLoss<DiceCrossEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DiceWeightCard = new(
        "dice-weight", @"\lambda", 1, Domain.NonNegative, "what the Dice loss counts");

    private static readonly ParameterCard EntropyWeightCard = new(
        "entropy-weight", @"\mu", 1, Domain.NonNegative, "what the cross entropy counts");

    private static readonly ParameterCard SmoothCard = new(
        "smooth", @"s", 1e-5, Domain.NonNegative,
        "what is added to numerator and denominator of the Dice ratio, in pixels");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dice-cross-entropy",
        Title = "Dice and cross entropy",
        Use = "Segmentation, as the plain first choice.",
        Avoid = "A foreground of a few pixels, where the cross entropy of the background leads. Take "
            + "tversky.",
        Reference = "F. Isensee et al., nnU-Net: A Self-Configuring Method for Deep Learning-Based "
            + "Biomedical Image Segmentation, 2021, doi:10.1038/s41592-020-01008-z",
        Latex = @"\lambda \left(1 - \frac{2 \sum p t + s}{\sum p + \sum t + s}\right) - \mu \overline{t "
            + @"\ln p + (1 - t) \ln(1 - p)}",
        Aliases = ["dice-ce"],
        Names = new() { Chinese = "Dice 与交叉熵组合损失" },
        Translations =
        [
            new(
                "monai.losses.DiceCELoss(softmax=True, lambda_dice=1.0, lambda_ce=1.0)",
                "dice-cross-entropy:dice-weight={lambda_dice},entropy-weight={lambda_ce},softmax=1"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [DiceWeightCard, EntropyWeightCard, SmoothCard, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What the Dice loss counts.</summary>
    public double DiceWeight { get; } = DiceWeightCard.Bind(diceWeight).Value;

    /// <summary>What the cross entropy counts.</summary>
    public double EntropyWeight { get; } = EntropyWeightCard.Bind(entropyWeight).Value;

    /// <summary>What is added to numerator and denominator of the Dice ratio, in pixels.</summary>
    public double Smooth { get; } = SmoothCard.Bind(smooth).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch };

    /// <inheritdoc/>
    public static void Arrange(DiceCrossEntropyLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> dice = RegionMeans.Dice(tape, inputs, Options, Smooth);
        Tensor<T> entropy = RegionMeans.Entropy(tape, inputs, Options);
        return new(tape.Add(tape.Scale(dice, DiceWeight), tape.Scale(entropy, EntropyWeight)));
    }
}
