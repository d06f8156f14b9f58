using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Distance IoU, and the squared differences of widths and of heights, in units of the box around both.
/// </summary>
/// <remarks>
/// <code>
/// L = 1 − IoU + d² / c² + (w − w₀)² / Cw² + (h − h₀)² / Ch²
/// </code>
/// A box without area is in order: where nothing could be divided by, the quotient is 0. Reference: Y.-F. Zhang et al.,
/// Focal and Efficient IOU Loss for Accurate Bounding Box Regression, 2021, arXiv:2101.08158.
/// </remarks>
public readonly struct EfficientIntersectionOverUnionLoss
    : IFormulaLoss<EfficientIntersectionOverUnionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "eiou",
        Title = "efficient IoU",
        Use = "Boxes whose width and height are to be right each by itself.",
        Avoid =
            "Boxes are thin in one direction: dividing by the hull makes that side rule. ciou compares proportions.",
        Reference = "Y.-F. Zhang et al., Focal and Efficient IOU Loss for Accurate Bounding Box Regression, 2021, "
            + "arXiv:2101.08158",
        Aliases = ["efficient-iou"],
        Names = new() { Chinese = "高效交并比损失" },
        Tasks = LossTask.Detection,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => BoxInputs.Pair;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        BoxPair<TLane> boxes = new(x);
        TLane width = BoxPair<TLane>.Quotient(boxes.Width - boxes.TargetWidth, boxes.HullWidth);
        TLane height = BoxPair<TLane>.Quotient(boxes.Height - boxes.TargetHeight, boxes.HullHeight);
        return 1 - boxes.Overlap + boxes.Distance + (width * width) + (height * height);
    }
}
