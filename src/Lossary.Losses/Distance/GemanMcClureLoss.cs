using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Bounded by 2: an outlier costs no more than that, and hardly pulls.</summary>
/// <remarks>
/// With u = r/c:
/// <code>
/// L(r)  = 2u² / (u² + 4)
/// L′(r) = 16u / (c (u² + 4)²)
/// L″(r) = 16 (4 − 3u²) / (c² (u² + 4)³)
/// </code>
/// The convention is Barron's, of whose family it is the member α = −2: L ≈ ½u² near 0. Beyond 10¹⁸ c the slope is
/// given as 0. Others print r²/(r² + σ²), which is this with σ = 2c, halved. References: S. Geman, D. E. McClure,
/// "Statistical Methods for Tomographic Image Reconstruction", 1987; J. T. Barron, "A General and Adaptive Robust Loss
/// Function",
/// CVPR 2019.
/// </remarks>
/// <param name="c">The scale of inliers, in the target's unit; positive and finite.</param>
public readonly struct GemanMcClureLoss(double c) : IDistanceLoss<GemanMcClureLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "c", "c", 1, Domain.Positive, "the scale of inliers, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new("c^{-1}", 1 / c);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "geman-mcclure",
        Title = "Geman–McClure",
        Use = "Regression with gross outliers that should be ignored, from a good start.",
        Avoid = "The start is far off: residuals beyond a few c hardly pull, and it is not convex. Begin with huber.",
        Reference = "J. T. Barron, A General and Adaptive Robust Loss Function, 2019, doi:10.1109/CVPR.2019.00446",
        Names = new() { Chinese = "Geman-McClure 损失" },
        Translations =
        [
            new("kornia.losses.geman_mcclure_loss()", "geman-mcclure", "no scale there: divide residuals first"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [ScaleCard],
    };

    /// <summary>The scale of inliers.</summary>
    public Parameter C { get; } = ScaleCard.Bind(c);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 3 * Math.Sqrt(3) / (8 * C.Value),
        SmoothnessConstant = 1 / (C.Value * C.Value),
        IsBounded = true,
        IsRedescending = true,
        IsSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane square = Square(r, out _);
        return 2 * square / (square + 4);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(GemanMcClureLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane square = loss.Square(r, out TLane u);
        TLane weight = 4 / (square + 4);
        return new(0.5 * (square * weight), loss._inverse * (u * weight * weight));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(GemanMcClureLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane square = loss.Square(r, out TLane u);
        TLane weight = 4 / (square + 4);
        TLane inverse = loss._inverse;

        // With w = 4/(u² + 4), 16 (4 − 3u²)/(u² + 4)³ = (4w − 3) w².
        TLane curvature = inverse * (inverse * (((4 * weight) - 3) * weight * weight));
        return new(0.5 * (square * weight), inverse * (u * weight * weight), curvature);
    }

    /// <summary>
    /// u and u², u kept where u² is finite in float: beyond, L is 2 and its slope 0 to every digit that counts.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Square<TLane>(TLane r, out TLane u) where TLane : struct, ILane<TLane>
    {
        u = _inverse * r;
        if (typeof(TLane) != typeof(Symbol))
        {
            u = TLane.Clamp(u, -1e18, 1e18);
        }

        return u * u;
    }
}
