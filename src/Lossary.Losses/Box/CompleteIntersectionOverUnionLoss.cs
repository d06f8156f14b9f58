using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Distance IoU, and how far the ratio of width to height is off.</summary>
/// <remarks>
/// <code>
/// L = 1 − IoU + d² / c² + α v
/// v = 4/π² (atan(w/h) − atan(w₀/h₀))²     α = v / (1 − IoU + v), held constant
/// </code>
/// By the paper α has no gradient, and so the gradient is not that of the value. A box without height has the angle
/// π/2, one without anything π/4. A box without area is in order: where nothing could be divided by, the quotient is 0.
/// Reference: Z. Zheng et al., Distance-IoU Loss: Faster and Better Learning for Bounding Box Regression, 2020,
/// arXiv:1911.08287.
/// </remarks>
public readonly struct CompleteIntersectionOverUnionLoss
    : IFormulaLoss<CompleteIntersectionOverUnionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ciou",
        Title = "complete IoU",
        Use = "Boxes judged by overlap, place and proportions.",
        Avoid = "Width and height are off by one factor: proportions are equal then, and its third term is silent. "
            + "eiou sees both.",
        Reference = "Z. Zheng et al., Distance-IoU Loss: Faster and Better Learning for Bounding Box Regression, "
            + "2020, arXiv:1911.08287",
        Aliases = ["complete-iou"],
        Names = new() { PyTorch = "torchvision.ops.complete_box_iou_loss", Chinese = "完整交并比损失" },
        Translations =
        [
            new("torchvision.ops.complete_box_iou_loss()", "ciou", "eps=1e-7 is added to denominators"),
            new("mmdet.models.losses.CIoULoss()", "ciou", "eps is added to denominators"),
        ],
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
        TLane v = boxes.Aspect;
        TLane weight = TLane.Held(BoxPair<TLane>.Quotient(v, 1 - boxes.Overlap + v));
        return 1 - boxes.Overlap + boxes.Distance + (weight * v);
    }
}
