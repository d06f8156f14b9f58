using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Half the squared error of the logarithm, from the logarithm z of the predicted median: a target twice the prediction
/// costs as much as one half of it.
/// </summary>
/// <remarks>
/// <code>
/// L(z, t)   = ½ (z − ln t)²
/// ∂L/∂z     = z − ln t
/// ∂²L/∂z²   = 1
/// </code>
/// The negative log-likelihood of a log-normal target whose logarithm has variance 1, less the terms of the target
/// alone, ln t + ½ ln 2π; another variance would scale it. eᶻ is the geometric mean, which for a log-normal target is
/// the median and lies below the mean: sums of predictions fall short of sums of targets. Reference: D. J. Finney, "On
/// the Distribution of a Variate Whose Logarithm is Normally Distributed", Supplement to the Journal of the Royal
/// Statistical Society 7 (1941) 155–161.
/// </remarks>
public readonly struct LogNormalLoss : IPointwiseLoss<LogNormalLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-normal",
        Title = "log-normal",
        Use = "Positive targets over orders of magnitude, where ratios count and a typical value is wanted, not the "
            + "mean.",
        Avoid = "The mean is wanted, as for sums: it gives the median on the target's scale. gamma gives the mean.",
        Reference = "D. J. Finney, On the Distribution of a Variate Whose Logarithm is Normally Distributed, 1941, "
            + "doi:10.2307/2983663",
        Aliases = ["log-normal-nll", "log-squared"],
        Names = new() { Chinese = "对数正态负对数似然" },
        Tasks = LossTask.Regression,
        Target = Domain.Positive,
        Link = Link.Log,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        StrongConvexity = 1,
        Smoothness = int.MaxValue,
        SmoothnessConstant = 1,
        Functional = Functional.GeometricMean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane difference = prediction - TLane.Log(target);
        return 0.5 * (difference * difference);
    }
}
