using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// One Dice loss over all classes, each weighed by a power of its inverse size: small classes count as much as large.
/// </summary>
/// <remarks>
/// <code>
/// L = 1 − 2 Σₖ wₖ TPₖ / Σₖ wₖ (2 TPₖ + FPₖ + FNₖ),  wₖ = 1 / (Σ tₖ)^ρ
/// </code>
/// ρ is 2 in the paper; 1 weighs by the plain size, and with 0 all classes weigh the same. A class that the target
/// does not have weighs as much as the smallest that it has (its own weight would be infinite); with none at all every
/// class weighs 1. There is one term for each image. <c>skip-absent</c> gives absent classes a weight of 0. Reference:
/// C. H. Sudre, W. Li, T. Vercauteren, S. Ourselin, M. J. Cardoso, "Generalised Dice Overlap as a Deep Learning Loss
/// Function for Highly Unbalanced Segmentations", DLMIA 2017, arXiv:1707.03237.
/// </remarks>
/// <param name="power">How strongly small classes are raised: 2, 1 or 0 are usual; not negative.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct GeneralisedDiceLoss(double power, RegionOptions options = default)
    : IGraphLoss<GeneralisedDiceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PowerCard = new(
        "power", @"\rho", 2, Domain.NonNegative, "how strongly small classes are raised");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "generalised-dice",
        Title = "generalised Dice",
        Use = "Segmentation of several classes of very different size.",
        Avoid = "A single class, where it is Dice. Take dice.",
        Reference = "C. H. Sudre et al., Generalised Dice Overlap as a Deep Learning Loss Function for "
            + "Highly Unbalanced Segmentations, 2017, arXiv:1707.03237",
        Latex = @"1 - 2 \frac{\sum_k w_k TP_k}{\sum_k w_k (2 TP_k + FP_k + FN_k)}, \quad w_k = "
            + @"\frac{1}{(\sum t_k)^\rho}",
        Aliases = ["generalized-dice"],
        Names = new() { Chinese = "广义 Dice 损失" },
        Translations =
        [
            new("monai.losses.GeneralizedDiceLoss(sigmoid=True)", "generalised-dice", "1e-5 is added above and below"),
            new(
                "monai.losses.GeneralizedDiceLoss(softmax=True)",
                "generalised-dice:softmax=1",
                "1e-5 is added above and below"),
            new(
                "monai.losses.GeneralizedDiceLoss(sigmoid=True, w_type=\"simple\")",
                "generalised-dice:power=1",
                "1e-5 is added above and below"),
            new(
                "monai.losses.GeneralizedDiceLoss(sigmoid=True, w_type=\"uniform\")",
                "generalised-dice:power=0",
                "1e-5 is added above and below"),
            new(
                "monai.losses.GeneralizedDiceLoss(softmax=True, w_type=\"simple\")",
                "generalised-dice:power=1,softmax=1",
                "1e-5 is added above and below"),
            new(
                "monai.losses.GeneralizedDiceLoss(softmax=True, w_type=\"uniform\")",
                "generalised-dice:power=0,softmax=1",
                "1e-5 is added above and below"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [PowerCard, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>How strongly small classes are raised.</summary>
    public double Power { get; } = PowerCard.Bind(power).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(GeneralisedDiceLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Overlap<T> overlap = OverlapOperation.Compute(tape, inputs, Options, isSquared: false);
        Tensor<T> weights = RegionFormulas.InverseSizes(tape, overlap, Power, Options.SkipAbsent);
        Tensor<T> wrong = tape.Add(overlap.FalsePositives, overlap.FalseNegatives);
        Tensor<T> errors = tape.Sum(tape.Multiply(weights, wrong), [1]);
        Tensor<T> right = tape.Scale(tape.Sum(tape.Multiply(weights, overlap.TruePositives), [1]), 2);
        return new(tape.Formula(default(RatioOrZero), errors, tape.Add(right, errors)));
    }
}
