using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − the F-measure of soft counts: recall counts β times as much as precision.</summary>
/// <remarks>
/// <code>
/// L = 1 − ((1 + β²) TP + s) / ((1 + β²) TP + β² FN + FP + s)
/// </code>
/// Nothing predicted where nothing is costs 0. The sums run over the pixels of each image and class, or over the batch.
/// β = 1 is Dice. For the labels of a classifier sum over the batch: <c>per-batch=1</c>. Reference: C. J. van
/// Rijsbergen, "Information Retrieval", 1979; J. Pastor-Pellicer, F. Zamora-Martínez, S. España-Boquera, M. J. Castro-
/// Bleda, "F-Measure as the Error Function to Train Neural Networks", IWANN 2013, doi:10.1007/978-3-642-38679-4_37.
/// </remarks>
/// <param name="beta">How many times as much recall counts as precision.</param>
/// <param name="smooth">What is added to numerator and denominator of the ratio, in pixels.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct FBetaLoss(double beta, double smooth, RegionOptions options = default)
    : IGraphLoss<FBetaLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.Positive, "how many times as much recall counts as precision");

    private static readonly ParameterCard SmoothCard = new(
        "smooth", @"s", 0, Domain.NonNegative, "what is added to numerator and denominator of the ratio, in pixels");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-beta",
        Title = "soft F-beta",
        Use = "Labels or regions that are rare and judged by F1 or F2.",
        Avoid = "Small batches without a positive, of which nothing is learned. Take binary-cross-"
            + "entropy.",
        Reference = "J. Pastor-Pellicer et al., F-Measure as the Error Function to Train Neural Networks, "
            + "2013, doi:10.1007/978-3-642-38679-4_37",
        Latex = @"1 - \frac{(1 + \beta^2) TP + s}{(1 + \beta^2) TP + \beta^2 FN + FP + s}",
        Aliases = ["soft-f1"],
        Names = new() { Chinese = "软 F-beta 损失" },
        Tasks = LossTask.Segmentation,
        Parameters = [BetaCard, SmoothCard, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>How many times as much recall counts as precision.</summary>
    public double Beta { get; } = BetaCard.Bind(beta).Value;

    /// <summary>What is added to numerator and denominator of the ratio, in pixels.</summary>
    public double Smooth { get; } = SmoothCard.Bind(smooth).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(FBetaLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RegionInputs.Terms(tape, inputs, Options, new TverskyOfCounts(
            1 / (1 + (Beta * Beta)), Beta * Beta / (1 + (Beta * Beta)), Smooth / (1 + (Beta * Beta))));
}
