using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>An upturned bell: bounded by ½c², and an outlier's pull dies as fast as a Gaussian's tail.</summary>
/// <remarks>
/// With u = r/c:
/// <code>
/// L(r)  = ½c² (1 − e^(−u²))
/// L′(r) = r e^(−u²)
/// L″(r) = (1 − 2u²) e^(−u²)
/// </code>
/// At c = 2.985 residual scales it is 95 % efficient on Gaussian noise. Others print 1 − e^(−u²/2): that is this with
/// c√2 for c, divided by c². Also called Leclerc. Reference: J. E. Dennis, R. E. Welsch, "Techniques for Nonlinear
/// Least Squares and Robust Regression", Communications in Statistics B 7 (1978) 345–359.
/// </remarks>
/// <param name="c">Where an outlier begins, in the target's unit; positive and finite.</param>
public readonly struct WelschLoss(double c) : IDistanceLoss<WelschLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "c", "c", 2.985, Domain.Positive, "where an outlier begins, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new("c^{-1}", 1 / c);
    private readonly Parameter _halfSquare = new(@"\frac{c^2}{2}", c * c / 2);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "welsch",
        Title = "Welsch",
        Use = "Regression with gross outliers that should be forgotten smoothly, from a good start.",
        Avoid = "The start is far off: beyond a few c the gradient is 0 to all digits. Begin with huber.",
        Reference = "J. E. Dennis, R. E. Welsch, Techniques for Nonlinear Least Squares and Robust Regression, 1978, "
            + "doi:10.1080/03610917808812083",
        Aliases = ["leclerc"],
        Names = new() { Chinese = "Welsch 损失" },
        Translations =
        [
            new("kornia.losses.welsch_loss()", "welsch:c=1.4142135623730951", "no scale there: divide residuals first"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [ScaleCard],
    };

    /// <summary>Where an outlier begins.</summary>
    public Parameter C { get; } = ScaleCard.Bind(c);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = C.Value * Math.Exp(-0.5) / Math.Sqrt(2),
        SmoothnessConstant = 1,
        IsBounded = true,
        IsRedescending = true,
        IsSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = _inverse * r;
        return _halfSquare * -TLane.ExpM1(-(u * u));
    }

    /// <inheritdoc/>
    /// <remarks>By hand, with an exponential of its own: 1 + (e^(−u²) − 1) has no digit left in the tail.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(WelschLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * r;
        TLane square = u * u;
        return new(loss._halfSquare * -TLane.ExpM1(-square), r * TLane.Exp(-square));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(WelschLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * r;
        TLane square = u * u;
        TLane bell = TLane.Exp(-square);

        // Beyond u² = 1000 the bell is 0 in either format; kept, an infinite u² does not make NaN of it.
        TLane curvature = (1 - (2 * TLane.AtMost(square, 1000))) * bell;
        return new(loss._halfSquare * -TLane.ExpM1(-square), r * bell, curvature);
    }
}
