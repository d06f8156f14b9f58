using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// "Smooth L2" as it is usually printed: both of its branches are ½r², so it is the half squared loss.
/// </summary>
/// <remarks>
/// <code>
/// L(r)  = ½ r²      where |r| &lt; 1
///       = ½ r²      elsewhere
/// L′(r) = r
/// L″(r) = 1
/// </code>
/// Lists of losses print the formula above, with the same line twice. What is meant is nearly always that the second
/// branch is |r| − ½: that is <see cref="HuberLoss"/> with δ = 1, equally <see cref="SmoothL1Loss"/> with β = 1. Take
/// one of these where outliers should pull less; this one is here so that the name leads to that advice. Reference for
/// the form meant: R. Girshick, "Fast R-CNN", ICCV 2015.
/// </remarks>
public readonly struct SmoothL2Loss : IDistanceLoss<SmoothL2Loss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "smooth-l2",
        Title = "smooth L2",
        Use = "To follow a text that prints it: it equals half-squared; smooth-l1 or huber is what is usually meant.",
        Avoid = "Whenever half-squared or huber is what is meant: it equals the first, whatever its name says.",
        Reference = "R. Girshick, Fast R-CNN, 2015, doi:10.1109/ICCV.2015.169",
        Names = new() { Chinese = "平滑 L2 损失" },
        Tasks = LossTask.Regression | LossTask.Counts,
    };

    /// <inheritdoc/>
    public LossTraits Traits => default(HalfSquaredLoss).Traits;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => 0.5 * (r * r);
}
