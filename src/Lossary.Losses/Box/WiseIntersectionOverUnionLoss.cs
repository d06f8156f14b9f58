using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Intersection over union, multiplied for boxes whose centres are far off; the unit of that has no gradient.
/// </summary>
/// <remarks>
/// <code>
/// L = e^(d² / c²) (1 − IoU)     with c held constant
/// </code>
/// Version 1, without focus. By the paper c has no gradient, and so the gradient is not that of the value. A box
/// without area is in order: where nothing could be divided by, the quotient is 0. Reference: Z. Tong et al., Wise-IoU:
/// Bounding Box Regression Loss with Dynamic Focusing Mechanism, 2023, arXiv:2301.10051.
/// </remarks>
public readonly struct WiseIntersectionOverUnionLoss : IFormulaLoss<WiseIntersectionOverUnionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "wise-iou",
        Title = "Wise-IoU",
        Use = "Boxes of uneven quality.",
        Avoid = "Labels of boxes are clean: weighing by distance gains little over ciou.",
        Reference = "Z. Tong et al., Wise-IoU: Bounding Box Regression Loss with Dynamic Focusing Mechanism, 2023, "
            + "arXiv:2301.10051",
        Aliases = ["wiou"],
        Names = new() { Chinese = "Wise-IoU 损失" },
        Tasks = LossTask.Detection,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => BoxInputs.Pair;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        BoxPair<TLane> boxes = new(x);
        TLane across = boxes.OffsetX * boxes.OffsetX, down = boxes.OffsetY * boxes.OffsetY;
        TLane hull = (boxes.HullWidth * boxes.HullWidth) + (boxes.HullHeight * boxes.HullHeight);
        return TLane.Exp(BoxPair<TLane>.Quotient(across + down, TLane.Held(hull))) * (1 - boxes.Overlap);
    }
}
