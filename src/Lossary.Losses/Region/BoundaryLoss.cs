using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// How far from the true boundary a region is marked: each pixel's probability times its signed distance.
/// </summary>
/// <remarks>
/// <code>
/// L = φ p     for each pixel
/// </code>
/// φ is the distance to the boundary, negative within the region. It has no lower bound of 0: add it to a loss of
/// overlap, with a weight that grows during training (the paper: 0.01, plus 0.01 an epoch). Reference: H. Kervadec et
/// al., "Boundary Loss for Highly Unbalanced Segmentation", MIDL 2019, arXiv:1812.07032.
/// </remarks>
public readonly struct BoundaryLoss : IFormulaLoss<BoundaryLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "boundary",
        Title = "boundary",
        Use = "Segmentation with a tiny foreground, added to a loss of overlap, where distance to the outline matters.",
        Avoid = "Training with it alone, as marking nothing is nearly as cheap. Add generalised-dice.",
        Reference = "H. Kervadec et al., Boundary Loss for Highly Unbalanced Segmentation, 2019, arXiv:1812.07032",
        Names = new() { Chinese = "边界损失" },
        Tasks = LossTask.Segmentation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("probability", "p", InputKind.Probability, "…", "the probability that the pixel is of the region")
        {
            IsDifferentiable = true,
        },
        new(
            "distance", @"\phi", InputKind.Real, "…",
            "the distance to the region's outline, negative inside, in pixels"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => x[1] * x[0];
}
