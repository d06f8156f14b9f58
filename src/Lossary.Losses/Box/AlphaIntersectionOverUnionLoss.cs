using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A power of the overlap: above 1 it cares most for boxes that are nearly right.</summary>
/// <remarks>
/// <code>
/// L = 1 − IoU^α
/// </code>
/// A box without area is in order: where nothing could be divided by, the quotient is 0. Reference: J. He et al.,
/// Alpha-IoU: A Family of Power Intersection over Union Losses for Bounding Box Regression, 2021, arXiv:2110.13675.
/// </remarks>
/// <param name="alpha">The power; positive.</param>
public readonly struct AlphaIntersectionOverUnionLoss(double alpha)
    : IFormulaLoss<AlphaIntersectionOverUnionLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new("alpha", @"\alpha", 3, Domain.Positive, "the power");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "alpha-iou",
        Title = "alpha IoU",
        Use = "Boxes that are to be exact, and small data sets.",
        Avoid = "Boxes start far off: a power of no overlap has no gradient. giou pulls from afar.",
        Reference = "J. He et al., Alpha-IoU: A Family of Power Intersection over Union Losses for Bounding Box "
            + "Regression, 2021, arXiv:2110.13675",
        Names = new() { Chinese = "Alpha 交并比损失" },
        Tasks = LossTask.Detection,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => BoxInputs.Pair;

    /// <summary>The power.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        BoxPair<TLane> boxes = new(x);
        TLane overlap = boxes.Overlap;
        return 1 - TLane.WhereLess(0, overlap, TLane.Pow(overlap, Alpha), 0 * overlap);
    }
}
