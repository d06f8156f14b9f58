using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A smooth error rate: between 0 and 1 for each sample, and immune to labels flipped at random.</summary>
/// <remarks>
/// <code>
/// L(m)  = 1 / (1 + eᵐ) = σ(−m)
/// L′(m) = −σ(m) σ(−m)
/// L″(m) = σ(m) σ(−m) (σ(m) − σ(−m))
/// </code>
/// Reference: A. Ghosh, N. Manwani, P. S. Sastry, "Making Risk Minimization Tolerant to Label Noise",
/// Neurocomputing 160 (2015) 93–107.
/// </remarks>
public readonly struct SigmoidMarginLoss : IMarginLoss<SigmoidMarginLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sigmoid-margin",
        Title = "sigmoid",
        Use = "Two classes whose labels were flipped at random, when only the decision counts.",
        Avoid = "Labels are clean, or probabilities are wanted: it is not convex and flat on both sides. logistic is "
            + "neither.",
        Reference =
            "A. Ghosh et al., Making Risk Minimization Tolerant to Label Noise, 2015, doi:10.1016/j.neucom.2014.09.081",
        Names = new()
        {
            Chinese = "Sigmoid 损失",
        },
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 0.25,
        IsBounded = true,
        IsRedescending = true,
        IsCalibrated = true,
        IsNoiseSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> => TLane.Sigmoid(-m);

    /// <inheritdoc/>
    /// <remarks>By hand: 1 − σ(−m) is 0 where the margin is hopeless, though the slope is not.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(SigmoidMarginLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane.Probabilities(m, out TLane p, out TLane q);
        return new(q, -(p * q));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(SigmoidMarginLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane.Probabilities(m, out TLane p, out TLane q);
        TLane pull = p * q;
        return new(q, -pull, pull * (p - q));
    }
}
