using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Intersection over union, and the part of the smallest box around both that neither fills: boxes far apart pull too.
/// </summary>
/// <remarks>
/// <code>
/// L = 1 − IoU + (C − U) / C     with U = |A ∪ B|, C the area of the smallest box around both
/// </code>
/// A box without area is in order: where nothing could be divided by, the quotient is 0. Reference: H. Rezatofighi et
/// al., Generalized Intersection over Union: A Metric and a Loss for Bounding Box Regression, 2019, arXiv:1902.09630.
/// </remarks>
public readonly struct GeneralisedIntersectionOverUnionLoss
    : IFormulaLoss<GeneralisedIntersectionOverUnionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "giou",
        Title = "generalised IoU",
        Use = "Boxes that may start far from their targets.",
        Avoid = "Boxes mostly overlap and are to be exact: once one holds the other it is plain IoU and slow. ciou "
            + "goes on.",
        Reference = "H. Rezatofighi et al., Generalized Intersection over Union: A Metric and a Loss for Bounding "
            + "Box Regression, 2019, arXiv:1902.09630",
        Aliases = ["generalised-iou"],
        Names = new() { PyTorch = "torchvision.ops.generalized_box_iou_loss", Chinese = "广义交并比损失" },
        Translations =
        [
            new("torchvision.ops.generalized_box_iou_loss()", "giou", "eps=1e-7 is added to both denominators"),
            new("mmdet.models.losses.GIoULoss()", "giou", "eps is added to denominators"),
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
        return 1 - boxes.Overlap + boxes.Waste;
    }
}
