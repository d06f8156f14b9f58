using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The generalised Dice loss plus the focal loss of the pixels: overlap of classes of any size, and what is wrong.
/// </summary>
/// <remarks>
/// <code>
/// L = λ D + μ F,  D the generalised Dice loss, F the mean of −(1 − p)^γ ln p of the pixels
/// </code>
/// There is one term for each image. F is binary for each class, or that of a softmax over the classes. Reference: W.
/// Zhu et al., "AnatomyNet: Deep Learning for Fast and Fully Automated Whole-Volume Segmentation of Head and Neck
/// Anatomy", Medical Physics 46 (2019), arXiv:1808.05238.
/// </remarks>
/// <param name="diceWeight">What the Dice loss counts.</param>
/// <param name="focalWeight">What the focal loss counts.</param>
/// <param name="gamma">How much pixels that are right already are played down.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct GeneralisedDiceFocalLoss(
    double diceWeight, double focalWeight, double gamma, RegionOptions options = default)
    : IGraphLoss<GeneralisedDiceFocalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DiceWeightCard = new(
        "dice-weight", @"\lambda", 1, Domain.NonNegative, "what the Dice loss counts");

    private static readonly ParameterCard FocalWeightCard = new(
        "focal-weight", @"\mu", 1, Domain.NonNegative, "what the focal loss counts");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 2, Domain.NonNegative, "how much pixels that are right already are played down");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "generalised-dice-focal",
        Title = "generalised Dice and focal",
        Use = "Segmentation into classes of very different size, with many easy pixels.",
        Avoid = "Classes of about one size: dice-focal is steadier where a class is absent.",
        Reference = "W. Zhu et al., AnatomyNet: Deep Learning for Fast and Fully Automated Whole-Volume "
            + "Segmentation of Head and Neck Anatomy, 2019, arXiv:1808.05238",
        Latex = @"\lambda \left(1 - \frac{2 \sum_k w_k \sum p t}{\sum_k w_k (\sum p + \sum t)}\right) "
            + @"- \mu \overline{(1 - p_t)^\gamma \ln p_t}",
        Names = new() { Chinese = "广义 Dice 与聚焦组合损失" },
        Tasks = LossTask.Segmentation,
        Parameters = [DiceWeightCard, FocalWeightCard, GammaCard, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What the Dice loss counts.</summary>
    public double DiceWeight { get; } = DiceWeightCard.Bind(diceWeight).Value;

    /// <summary>What the focal loss counts.</summary>
    public double FocalWeight { get; } = FocalWeightCard.Bind(focalWeight).Value;

    /// <summary>How much pixels that are right already are played down.</summary>
    public double Gamma { get; } = GammaCard.Bind(gamma).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch };

    /// <inheritdoc/>
    public static void Arrange(GeneralisedDiceFocalLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> dice = new GeneralisedDiceLoss(2, Options).Terms(tape, inputs).Values;
        Tensor<T> focal = RegionMeans.Entropy(tape, inputs, Options, Gamma);
        return new(tape.Add(tape.Scale(dice, DiceWeight), tape.Scale(focal, FocalWeight)));
    }
}
