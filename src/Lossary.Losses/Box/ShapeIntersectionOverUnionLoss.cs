using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Intersection over union, the distance of the centres weighed by its angle, and the differences in shape.
/// </summary>
/// <remarks>
/// <code>
/// L = 1 − IoU + ½ (Σ (1 − e^(−γ ρ²)) + Σ (1 − e^(−ω))⁴)     sums over x and y
/// ρ = Δ / C     γ = 2 − Λ     Λ = 2 |Δx| |Δy| / (Δx² + Δy²)     ω = |w − w₀| / max(w, w₀)
/// </code>
/// Λ is the paper's 1 − 2 sin²(asin(Δy/σ) − π/4), without its NaN where the centres coincide. A box without area is in
/// order: where nothing could be divided by, the quotient is 0. Reference: Z. Gevorgyan, SIoU Loss: More Powerful
/// Learning for Bounding Box Regression, 2022, arXiv:2205.12740.
/// </remarks>
public readonly struct ShapeIntersectionOverUnionLoss : IFormulaLoss<ShapeIntersectionOverUnionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "siou",
        Title = "SIoU",
        Use = "Boxes that are to move along one axis first.",
        Avoid = "Two of its terms are enough: ciou has fewer numbers and is the usual choice.",
        Reference = "Z. Gevorgyan, SIoU Loss: More Powerful Learning for Bounding Box Regression, 2022, "
            + "arXiv:2205.12740",
        Names = new() { Chinese = "SIoU 损失" },
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
        TLane across = boxes.OffsetX * boxes.OffsetX, down = boxes.OffsetY * boxes.OffsetY;
        TLane angle = BoxPair<TLane>.Quotient(2 * TLane.Abs(boxes.OffsetX * boxes.OffsetY), across + down);
        TLane rate = angle - 2;
        TLane x1 = BoxPair<TLane>.Quotient(boxes.OffsetX, boxes.HullWidth);
        TLane y1 = BoxPair<TLane>.Quotient(boxes.OffsetY, boxes.HullHeight);
        TLane distance = -TLane.ExpM1(rate * (x1 * x1)) - TLane.ExpM1(rate * (y1 * y1));
        TLane shape = Mismatch(boxes.Width, boxes.TargetWidth) + Mismatch(boxes.Height, boxes.TargetHeight);
        return 1 - boxes.Overlap + (0.5 * (distance + shape));
    }

    /// <summary>(1 − e^(−ω))⁴, ω how far two extents differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Mismatch<TLane>(TLane extent, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane part = BoxPair<TLane>.Quotient(TLane.Abs(extent - target), TLane.Max(extent, target));
        TLane rest = TLane.ExpM1(-part);
        TLane square = rest * rest;
        return square * square;
    }
}
