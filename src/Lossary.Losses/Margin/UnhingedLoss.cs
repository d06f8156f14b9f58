using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A straight line in the margin: every score counts by its size, right or wrong.</summary>
/// <remarks>
/// <code>
/// L(m)  = 1 − m
/// L′(m) = −1
/// </code>
/// It has no lower bound: hold the size of the scores with a penalty or a fixed norm. Uniform label noise only scales
/// it. Reference: B. van Rooyen, A. Menon, R. C. Williamson, Learning with Symmetric Label Noise: The Importance of
/// Being Unhinged, 2015, arXiv:1505.07634.
/// </remarks>
public readonly struct UnhingedLoss : IMarginLoss<UnhingedLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "unhinged",
        Title = "unhinged",
        Use = "Two classes with many wrong labels, with a strong penalty on the weights or scores of fixed norm.",
        Avoid = "Scores may grow: it has no minimum then. Take sigmoid-margin or generalised-cross-entropy.",
        Reference = "B. van Rooyen, A. Menon, R. C. Williamson, Learning with Symmetric Label Noise: The Importance "
            + "of Being Unhinged, 2015, arXiv:1505.07634",
        Aliases = ["linear-margin"],
        Names = new() { Chinese = "无铰链损失" },
        Tasks = LossTask.None,
        Target = Domain.Sign,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        IsCalibrated = true,
        IsNoiseSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> =>
        1 - m;
}
