using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Huber the other way round: the absolute error within c, quadratic beyond, where it pulls harder and harder.
/// </summary>
/// <remarks>
/// <code>
/// L(r)  = |r| where |r| ≤ c, else (r² + c²) / (2c)
/// L′(r) = sign r where |r| ≤ c, else r/c; 0 at 0
/// L″(r) = 0 where |r| ≤ c, else 1/c
/// </code>
/// Some set c to a fifth of the batch's largest error; here it is fixed, so that the loss of a sample is its own.
/// References: A. B. Owen, "A Robust Hybrid of Lasso and Ridge Regression", Contemporary Mathematics 443 (2007) 59–72;
/// I. Laina et al., "Deeper Depth Prediction with Fully Convolutional Residual Networks", 2016, arXiv:1606.00373.
/// </remarks>
/// <param name="c">Where linear turns quadratic, in the target's unit; positive and finite.</param>
public readonly struct ReverseHuberLoss(double c) : IDistanceLoss<ReverseHuberLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ThresholdCard = new(
        "c", "c", 1, Domain.Positive, "where linear turns quadratic, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new("c^{-1}", 1 / c);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "reverse-huber",
        Title = "reverse Huber",
        Use = "Regression where large errors are what counts, yet small ones should go to 0, as in depth maps.",
        Avoid = "Outliers that are noise: they pull harder than by any other loss of this shape. Take Huber.",
        Reference = "A. B. Owen, A Robust Hybrid of Lasso and Ridge Regression, 2007, doi:10.1090/conm/443/08555",
        Aliases = ["berhu"],
        Names = new() { Chinese = "反向 Huber 损失" },
        Tasks = LossTask.Regression,
        Parameters = [ThresholdCard],
    };

    /// <summary>Where linear turns quadratic.</summary>
    public Parameter C { get; } = ThresholdCard.Bind(c);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsSymmetric = true,
        Kinks = [-C.Value, 0, C.Value],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        return TLane.WhereAtMost(size, C, size, 0.5 * ((_inverse * (r * r)) + C));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: a perfect prediction pulls nowhere.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(ReverseHuberLoss loss, TLane r) where TLane : struct, ILane<TLane> => new(
        loss.Value(r), TLane.WhereAtMost(TLane.Abs(r), loss.C, Stable.Sign(r), loss._inverse * r));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(ReverseHuberLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, r);
        return new(dual.Value, dual.Slope, TLane.WhereAtMost(TLane.Abs(r), loss.C, 0, loss._inverse));
    }
}
