using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Intersection over union, and how far both corners are off, in units of the image's diagonal.</summary>
/// <remarks>
/// <code>
/// L = 1 − IoU + (d₁² + d₂²) / (W² + H²)     with d₁, d₂ between the left top and the right bottom corners
/// </code>
/// Reference: S. Ma, Y. Xu, MPDIoU: A Loss for Efficient and Accurate Bounding Box Regression, 2023, arXiv:2307.07662.
/// </remarks>
public readonly struct MinimumPointDistanceLoss : IFormulaLoss<MinimumPointDistanceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mpdiou",
        Title = "minimum point distance IoU (MPDIoU)",
        Use = "Boxes whose corners are to be right.",
        Avoid = "Images differ in size within a batch: distances are divided by one size. giou knows none.",
        Reference = "S. Ma, Y. Xu, MPDIoU: A Loss for Efficient and Accurate Bounding Box Regression, 2023, "
            + "arXiv:2307.07662",
        Names = new() { Chinese = "最小点距交并比损失" },
        Tasks = LossTask.Detection,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. BoxInputs.Pair,
        new("width", "W", InputKind.Positive, "n", "the image's width"),
        new("height", "H", InputKind.Positive, "n", "the image's height"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        BoxPair<TLane> boxes = new(x);
        TLane left = x[0] - x[4], top = x[1] - x[5], right = x[2] - x[6], bottom = x[3] - x[7];
        TLane corners = (left * left) + (top * top) + (right * right) + (bottom * bottom);
        return 1 - boxes.Overlap + (corners / ((x[8] * x[8]) + (x[9] * x[9])));
    }
}
