using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A weighted cross entropy of the pixels and the Dice loss, as one mixture.</summary>
/// <remarks>
/// <code>
/// L = α H + (1 − α) D,  H the mean of −(β t ln p + (1 − β) (1 − t) ln(1 − p)), D the mean Dice loss
/// </code>
/// There is one term for each image. The paper subtracts Dice itself: its value is 1 − α less. Reference: S. A.
/// Taghanaki et al., "Combo Loss: Handling Input and Output Imbalance in Multi-Organ Segmentation", Computerized
/// Medical Imaging and Graphics 75 (2019), arXiv:1805.02798.
/// </remarks>
/// <param name="alpha">The share of the cross entropy, the rest is Dice.</param>
/// <param name="beta">The share of positive pixels in the cross entropy; above a half misses cost more.</param>
/// <param name="smooth">What is added to numerator and denominator of the Dice ratio, in pixels.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct ComboLoss(double alpha, double beta, double smooth, RegionOptions options = default)
    : IGraphLoss<ComboLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.5, Domain.Unit, "the share of the cross entropy, the rest is Dice");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.5, Domain.Unit,
        "the share of positive pixels in the cross entropy; above a half misses cost more");

    private static readonly ParameterCard SmoothCard = new(
        "smooth", @"s", 1, Domain.NonNegative,
        "what is added to numerator and denominator of the Dice ratio, in pixels");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "combo",
        Title = "combo",
        Use = "Segmentation where false negatives and false positives have different prices.",
        Avoid = "Classes that exclude one another, as its cross entropy is binary. Take dice-cross-"
            + "entropy.",
        Reference = "S. A. Taghanaki et al., Combo Loss: Handling Input and Output Imbalance in Multi-Organ"
            + " Segmentation, 2019, arXiv:1805.02798",
        Latex = @"-\alpha \overline{\beta t \ln p + (1 - \beta)(1 - t) \ln(1 - p)} + (1 - \alpha) "
            + @"\left(1 - \frac{2 \sum p t + s}{\sum p + \sum t + s}\right)",
        Names = new() { Chinese = "Combo 损失" },
        Tasks = LossTask.Segmentation,
        Parameters = [AlphaCard, BetaCard, SmoothCard, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>The share of the cross entropy, the rest is Dice.</summary>
    public double Alpha { get; } = AlphaCard.Bind(alpha).Value;

    /// <summary>The share of positive pixels in the cross entropy; above a half misses cost more.</summary>
    public double Beta { get; } = BetaCard.Bind(beta).Value;

    /// <summary>What is added to numerator and denominator of the Dice ratio, in pixels.</summary>
    public double Smooth { get; } = SmoothCard.Bind(smooth).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch };

    /// <inheritdoc/>
    public static void Arrange(ComboLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> dice = RegionMeans.Dice(tape, inputs, Options, Smooth);
        Tensor<T> entropy = RegionMeans.Entropy(tape, inputs, Options, positive: Beta, negative: 1 - Beta);
        return new(tape.Add(tape.Scale(entropy, Alpha), tape.Scale(dice, 1 - Alpha)));
    }
}
