using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A bounded margin loss that gives up on hopeless samples: wrong labels stop to matter.</summary>
/// <remarks>
/// <code>
/// L(m)  = 1 / (1 + eᵐ)² = σ(−m)²
/// L′(m) = −2 σ(−m)² σ(m)
/// L″(m) = 2 σ(−m)² σ(m) (2σ(m) − σ(−m))
/// </code>
/// It is the Brier score on margins. Reference: H. Masnadi-Shirazi, N. Vasconcelos, "On the Design of Loss Functions
/// for Classification: Theory, Robustness to Outliers, and SavageBoost", NIPS 2008; their v is half of our m.
/// </remarks>
public readonly struct SavageLoss : IMarginLoss<SavageLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "savage",
        Title = "Savage",
        Use = "Two classes given as −1 and +1, with many wrong labels.",
        Avoid = "Labels are clean: it is not convex, and rows far on the wrong side are given up. logistic keeps them.",
        Reference = "H. Masnadi-Shirazi, N. Vasconcelos, On the Design of Loss Functions for Classification, NIPS 2008",
        Names = new()
        {
            Chinese = "Savage 损失",
        },
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Logit,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 8.0 / 27,
        IsBounded = true,
        IsRedescending = true,
        IsProper = true,
        IsCalibrated = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane>
    {
        TLane q = TLane.Sigmoid(-m);
        return q * q;
    }

    /// <inheritdoc/>
    /// <remarks>By hand: 1 − σ(−m) is 0 where the margin is hopeless, though the slope is not.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(SavageLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane.Probabilities(m, out TLane p, out TLane q);
        TLane value = q * q;
        return new(value, -2 * (value * p));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(SavageLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane.Probabilities(m, out TLane p, out TLane q);
        TLane value = q * q;
        TLane pull = 2 * (value * p);
        return new(value, -pull, pull * ((2 * p) - q));
    }
}
