using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A bounded margin loss that, unlike others, also charges a little for being right by far.</summary>
/// <remarks>
/// With a = 2 arctan m − 1:
/// <code>
/// L(m)  = a²
/// L′(m) = 4a / (1 + m²)
/// L″(m) = 8 (1 − m a) / (1 + m²)²
/// </code>
/// Least at m = tan ½ = 0.546. The best score tells the probability: arctan m + ½. Reference: H. Masnadi-Shirazi,
/// V. Mahadevan, N. Vasconcelos, "On the Design of Robust Classifiers for Computer Vision", CVPR 2010.
/// </remarks>
public readonly struct TangentLoss : IMarginLoss<TangentLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "tangent",
        Title = "tangent",
        Use = "Two classes with outliers to both sides: wrong labels, and samples far on the right side.",
        Avoid = "Classes without wrong labels: it is not convex and gains nothing over logistic.",
        Reference = "H. Masnadi-Shirazi et al., On the Design of Robust Classifiers for Computer Vision, 2010, "
            + "doi:10.1109/CVPR.2010.5540136",
        Names = new() { Chinese = "正切损失" },
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = LargestSlope,
        IsBounded = true,
        IsRedescending = true,
        IsCalibrated = true,
    };

    /// <summary>|L′| at the root of m a = 1 below 0.</summary>
    private static double LargestSlope { get; } = Steepest();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane>
    {
        TLane a = (2 * Stable.Arctangent(m)) - 1;
        return a * a;
    }

    /// <inheritdoc/>
    /// <remarks>By hand: no derivative of the approximation, and m² that overflows is a slope of 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(TangentLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane a = (2 * Stable.Arctangent(m)) - 1;
        return new(a * a, 4 * a / (1 + (m * m)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(TangentLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane a = (2 * Stable.Arctangent(m)) - 1;
        TLane weight = 1 / (1 + (m * m));
        return new(a * a, 4 * (a * weight), 8 * ((weight - (m * weight * a)) * weight));
    }

    private static double Steepest()
    {
        (double low, double high) = (-2.0, 0.0);
        for (int step = 0; step < 60; step++)
        {
            double m = (low + high) / 2;
            (low, high) = m * ((2 * Math.Atan(m)) - 1) > 1 ? (m, high) : (low, m);
        }

        return 4 * (1 - (2 * Math.Atan(low))) / (1 + (low * low));
    }
}
