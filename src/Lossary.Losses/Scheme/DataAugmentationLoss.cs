using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The divergence of changed samples' answers from sharpened sure ones.</summary>
/// <remarks>
/// <code>
/// L = 1[max p̂ ≥ τ] KL(softmax(ẑ/T) ‖ softmax(z))        the mean is over all rows
/// </code>
/// Reference: Q. Xie, Z. Dai, E. Hovy, M.-T. Luong, Q. V. Le, Unsupervised Data Augmentation for Consistency Training,
/// 2020, arXiv:1904.12848.
/// </remarks>
/// <param name="threshold">The share from which an answer is believed; 0 to 1.</param>
/// <param name="temperature">What the answers are sharpened by; positive, below 1 sharpens.</param>
public readonly struct DataAugmentationLoss(double threshold, double temperature)
    : IGraphLoss<DataAugmentationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ThresholdCard = new(
        "threshold", @"\tau", 0.8, Domain.Unit, "the share from which an answer is believed");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"T", 0.4, Domain.Positive, "what the answers are sharpened by; below 1");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "uda",
        Title = "unsupervised data augmentation",
        Use = "Few labels, many samples: sharpened answers to the samples themselves teach their changed copies.",
        Avoid = "No change of a sample is known to keep its label.",
        Reference = "Q. Xie, Z. Dai, E. Hovy, M.-T. Luong, Q. V. Le, Unsupervised Data Augmentation for Consistency "
            + "Training, 2020, arXiv:1904.12848",
        Latex = @"[\max_k \hat p_k \ge \tau] \cdot \operatorname{KL}(\sigma(\hat z / T) \,\|\, \sigma(z))",
        Names = new() { Chinese = "无监督数据增强损失" },
        Tasks = LossTask.None,
        Parameters = [ThresholdCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("strong", "z", InputKind.Real, "n, k", "the logits of the changed samples") { IsDifferentiable = true },
        new("weak", @"\hat z", InputKind.Real, "n, k", "the logits of the samples themselves, held constant"),
    ];

    /// <summary>The share from which an answer is believed.</summary>
    public Parameter Threshold { get; } = ThresholdCard.Bind(threshold);

    /// <summary>What the answers are sharpened by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public static void Arrange(DataAugmentationLoss loss, LossInputs<double> inputs, RandomStream random) =>
        MatchInputs.SharpenSome(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weak = tape.LogSoftmax(inputs["weak"]), strong = tape.LogSoftmax(inputs["strong"]);
        Tensor<T> sharp = tape.LogSoftmax(tape.Scale(inputs["weak"], 1 / Temperature.Value));
        Tensor<T> isSure = Confidence.IsSure(tape, weak, Threshold.Value);
        return new(tape.Multiply(tape.KullbackLeiblerRows(sharp, strong), isSure));
    }
}
