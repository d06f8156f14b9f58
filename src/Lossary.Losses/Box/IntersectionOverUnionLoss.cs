using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The part of the union of two boxes that they do not share.</summary>
/// <remarks>
/// <code>
/// L = 1 − IoU     with IoU = |A ∩ B| / |A ∪ B|
/// </code>
/// A box without area is in order: where nothing could be divided by, the quotient is 0. Reference: J. Yu et al.,
/// UnitBox: An Advanced Object Detection Network, 2016, arXiv:1608.01471.
/// </remarks>
public readonly struct IntersectionOverUnionLoss : IFormulaLoss<IntersectionOverUnionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "iou",
        Title = "intersection over union",
        Use = "Boxes that overlap their targets, judged as detection judges them.",
        Avoid = "Boxes that do not overlap have no gradient: take giou, diou or ciou.",
        Reference = "J. Yu et al., UnitBox: An Advanced Object Detection Network, 2016, arXiv:1608.01471",
        Aliases = ["box-iou"],
        Names = new() { Chinese = "交并比损失" },
        Translations =
        [
            new("mmdet.models.losses.IoULoss(mode=\"linear\")", "iou"),
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
        return 1 - boxes.Overlap;
    }
}
