using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A power of the Tversky loss: images and classes that are hard count more, or less.</summary>
/// <remarks>
/// <code>
/// L = (1 − (TP + s) / (TP + α FP + β FN + s))^γ
/// </code>
/// Nothing predicted where nothing is costs 0. The sums run over the pixels of each image and class, or over the batch.
/// Below 1e-7 the power runs straight to 0, as its slope would be infinite for γ &lt; 1. The paper writes 1/γ with γ =
/// 4/3. Reference: N. Abraham, N. M. Khan, "A Novel Focal Tversky Loss Function with Improved Attention U-Net for
/// Lesion Segmentation", ISBI 2019, arXiv:1810.07842.
/// </remarks>
/// <param name="falsePositiveWeight">What a false positive counts.</param>
/// <param name="falseNegativeWeight">What a false negative counts.</param>
/// <param name="power">The power; below 1 small losses count more.</param>
/// <param name="smooth">What is added to numerator and denominator of the ratio, in pixels.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct FocalTverskyLoss(
    double falsePositiveWeight, double falseNegativeWeight, double power, double smooth,
    RegionOptions options = default)
    : IGraphLoss<FocalTverskyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard FalsePositiveWeightCard = new(
        "false-positive-weight", @"\alpha", 0.5, Domain.NonNegative, "what a false positive counts");

    private static readonly ParameterCard FalseNegativeWeightCard = new(
        "false-negative-weight", @"\beta", 0.5, Domain.NonNegative, "what a false negative counts");

    private static readonly ParameterCard PowerCard = new(
        "power", @"\gamma", 0.75, Domain.Positive, "the power; below 1 small losses count more");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "focal-tversky",
        Title = "focal Tversky",
        Use = "Segmentation of small regions, next to whose images others are easy.",
        Avoid = "The start of training with a power above 1: what is nearly right pulls no more. Take "
            + "tversky.",
        Reference = "N. Abraham, N. M. Khan, A Novel Focal Tversky Loss Function with Improved Attention "
            + "U-Net for Lesion Segmentation, 2018, arXiv:1810.07842",
        Latex = @"\left(1 - \frac{TP + s}{TP + \alpha FP + \beta FN + s}\right)^\gamma",
        Names = new() { Chinese = "聚焦 Tversky 损失" },
        Tasks = LossTask.Segmentation,
        Parameters =
            [FalsePositiveWeightCard, FalseNegativeWeightCard, PowerCard, RegionInputs.Smooth, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What a false positive counts.</summary>
    public double FalsePositiveWeight { get; } = FalsePositiveWeightCard.Bind(falsePositiveWeight).Value;

    /// <summary>What a false negative counts.</summary>
    public double FalseNegativeWeight { get; } = FalseNegativeWeightCard.Bind(falseNegativeWeight).Value;

    /// <summary>The power; below 1 small losses count more.</summary>
    public double Power { get; } = PowerCard.Bind(power).Value;

    /// <summary>What is added to numerator and denominator of the ratio, in pixels.</summary>
    public double Smooth { get; } = RegionInputs.Smooth.Bind(smooth).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(FocalTverskyLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RegionInputs.Terms(
            tape,
            inputs,
            Options,
            new PowerOfTversky(new TverskyOfCounts(FalsePositiveWeight, FalseNegativeWeight, Smooth), Power));

    /// <summary>(1 − TI)^γ.</summary>
    private readonly struct PowerOfTversky(TverskyOfCounts loss, double power) : ISampleFormula
    {
        private readonly Parameter _power = new(@"\gamma", power);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            return RegionFormulas.PowerOf(loss.Value(x), _power);
        }
    }
}
