using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of Cauchy noise: grows as a logarithm, so far outliers pull ever less.
/// </summary>
/// <remarks>
/// With u = r/c:
/// <code>
/// L(r)  = ½c² ln(1 + u²)
/// L′(r) = r / (1 + u²)
/// L″(r) = (1 − u²) / (1 + u²)²
/// </code>
/// At c = 2.385 residual scales it is 95 % efficient on Gaussian noise; measure that scale robustly, on residuals.
/// Also called Lorentzian. Reference: P. W. Holland, R. E. Welsch, "Robust Regression Using Iteratively Reweighted
/// Least-Squares", Communications in Statistics A 6 (1977) 813–827.
/// </remarks>
/// <param name="c">Where an outlier begins, in the target's unit; positive and finite.</param>
public readonly struct CauchyLoss(double c) : IDistanceLoss<CauchyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "c", "c", 2.385, Domain.Positive, "where an outlier begins, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new("c^{-1}", 1 / c);
    private readonly Parameter _halfSquare = new(@"\frac{c^2}{2}", c * c / 2);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cauchy",
        Title = "Cauchy",
        Use = "Regression with heavy-tailed noise, from a start that is not far off.",
        Avoid = "The start is far off, as with untrained weights and raw targets: far residuals pull little. Begin "
            + "with huber.",
        Reference = "P. W. Holland, R. E. Welsch, Robust Regression Using Iteratively Reweighted Least-Squares, 1977, "
            + "doi:10.1080/03610927708827533",
        Aliases = ["lorentzian"],
        Names = new() { Chinese = "柯西损失" },
        Translations =
        [
            new("kornia.losses.cauchy_loss()", "cauchy:c=1.4142135623730951", "no scale there: divide residuals first"),
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
        LipschitzConstant = C.Value / 2,
        SmoothnessConstant = 1,
        IsRedescending = true,
        IsSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> =>
        _halfSquare * Stable.Log1POfSquare(_inverse * TLane.Abs(r));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(CauchyLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        return new(loss._halfSquare * Stable.Log1POfSquare(u), r / (1 + (u * u)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(CauchyLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        TLane weight = 1 / (1 + (u * u));

        // (1 − u²) w² = (2w − 1) w, which does not multiply infinity by 0 far out.
        return new(loss._halfSquare * Stable.Log1POfSquare(u), r * weight, ((2 * weight) - 1) * weight);
    }
}
