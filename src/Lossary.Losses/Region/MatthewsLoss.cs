using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − the Matthews correlation of soft counts: right and wrong pixels of both kinds count.</summary>
/// <remarks>
/// <code>
/// L = 1 − (TP TN − FP FN) / √((TP + FP) (TP + FN) (TN + FP) (TN + FN) + 1e-12)
/// </code>
/// Without a foreground, or without a background, the correlation is 0 and the loss 1: sum over the batch, <c>per-
/// batch=1</c>, where images may lack one. Reference: K. Abhishek, G. Hamarneh, "Matthews Correlation Coefficient Loss
/// for Deep Convolutional Networks: Application to Skin Lesion Segmentation", ISBI 2021, arXiv:2010.13454.
/// </remarks>

/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct MatthewsLoss(RegionOptions options = default) : IGraphLoss<MatthewsLoss>, IDocumentedLoss
{

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mcc",
        Title = "Matthews correlation",
        Use = "Segmentation or rare labels where the background that is left alone should count too.",
        Avoid = "Images of which some have no foreground: they cost 1 whatever is predicted. Take dice.",
        Reference = "K. Abhishek, G. Hamarneh, Matthews Correlation Coefficient Loss for Deep Convolutional"
            + " Networks: Application to Skin Lesion Segmentation, 2021, arXiv:2010.13454",
        Latex = @"1 - \frac{TP \cdot TN - FP \cdot FN}{\sqrt{(TP + FP)(TP + FN)(TN + FP)(TN + FN)}}",
        Aliases = ["matthews-correlation"],
        Names = new() { Chinese = "马修斯相关系数损失" },
        Translations =
        [
            new(
                "segmentation_models_pytorch.losses.MCCLoss(eps=1e-05)",
                "mcc:probabilities=1,per-batch=1",
                "takes probabilities of two classes; eps is added to the counts"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [.. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(MatthewsLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Overlap<T> overlap = OverlapOperation.Compute(tape, inputs, Options, isSquared: false);
        Tensor<T> pixels = RegionFormulas.PixelCounts(tape, inputs, Options, overlap.TruePositives.Shape);
        Tensor<T> values = tape.Formula(
            default(MatthewsOfCounts), overlap.TruePositives, overlap.FalsePositives, overlap.FalseNegatives, pixels);
        return new(values, Options.SkipAbsent ? overlap.Present(tape) : null);
    }

    /// <summary>1 − MCC, of true positives, false positives, false negatives and the number of pixels.</summary>
    private readonly struct MatthewsOfCounts : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane right = x[0], over = x[1], missed = x[2];
            TLane negative = x[3] - right - over - missed;
            TLane spread = (right + over) * (right + missed) * (negative + over) * (negative + missed);
            return 1 - (((right * negative) - (over * missed)) / TLane.Sqrt(spread + 1e-12));
        }
    }
}
