using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The logarithm of the overlap: a box that barely overlaps its target pulls hard.</summary>
/// <remarks>
/// <code>
/// L = −ln max(IoU, ε)
/// </code>
/// A box without area is in order: where nothing could be divided by, the quotient is 0. Reference: J. Yu et al.,
/// UnitBox: An Advanced Object Detection Network, 2016, arXiv:1608.01471.
/// </remarks>
/// <param name="floor">The least overlap that is told from none; between 0 and 1.</param>
public readonly struct LogIntersectionOverUnionLoss(double floor)
    : IFormulaLoss<LogIntersectionOverUnionLoss>, IDocumentedLoss
{
    private static readonly ParameterCard FloorCard = new(
        "floor", @"\varepsilon", 1e-06, new Domain(0, 1, false, false), "the least overlap that is told from none");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-iou",
        Title = "logarithm of intersection over union",
        Use = "Boxes regressed from every pixel inside them.",
        Avoid = "Boxes that do not overlap have no gradient: take giou, diou or ciou.",
        Reference = "J. Yu et al., UnitBox: An Advanced Object Detection Network, 2016, arXiv:1608.01471",
        Aliases = ["unitbox"],
        Names = new() { Chinese = "对数交并比损失" },
        Translations =
        [
            new("mmdet.models.losses.IoULoss(mode=\"log\", eps=1e-06)", "log-iou:floor={eps}"),
        ],
        Tasks = LossTask.Detection,
        Parameters = [FloorCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => BoxInputs.Pair;

    /// <summary>The least overlap that is told from none.</summary>
    public Parameter Floor { get; } = FloorCard.Bind(floor);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        BoxPair<TLane> boxes = new(x);
        return -TLane.Log(TLane.AtLeast(boxes.Overlap, Floor));
    }
}
