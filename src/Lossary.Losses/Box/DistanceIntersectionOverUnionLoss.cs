using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Intersection over union, and the squared distance of the centres in units of the diagonal around both.
/// </summary>
/// <remarks>
/// <code>
/// L = 1 − IoU + d² / c²     with d between centres, c the diagonal of the smallest box around both
/// </code>
/// A box without area is in order: where nothing could be divided by, the quotient is 0. Reference: Z. Zheng et al.,
/// Distance-IoU Loss: Faster and Better Learning for Bounding Box Regression, 2020, arXiv:1911.08287.
/// </remarks>
public readonly struct DistanceIntersectionOverUnionLoss
    : IFormulaLoss<DistanceIntersectionOverUnionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "diou",
        Title = "distance IoU",
        Use = "Boxes that are to reach their targets fast.",
        Avoid = "Proportions matter: with one centre, boxes of any shape are alike to it but for the overlap. ciou "
            + "compares shapes.",
        Reference = "Z. Zheng et al., Distance-IoU Loss: Faster and Better Learning for Bounding Box Regression, "
            + "2020, arXiv:1911.08287",
        Aliases = ["distance-iou"],
        Names = new() { PyTorch = "torchvision.ops.distance_box_iou_loss", Chinese = "距离交并比损失" },
        Translations =
        [
            new("torchvision.ops.distance_box_iou_loss()", "diou", "eps=1e-7 is added to both denominators"),
            new("mmdet.models.losses.DIoULoss()", "diou", "eps is added to denominators"),
        ],
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
        return 1 - boxes.Overlap + boxes.Distance;
    }
}
