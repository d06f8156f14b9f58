using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Tukey's biweight: beyond c a residual costs c²/6 and does not pull at all.</summary>
/// <remarks>
/// With w = min((r/c)², 1):
/// <code>
/// L(r)  = c²/6 (1 − (1 − w)³)    computed as c²/6 · w (3 − 3w + w²), which keeps the digits near 0
/// L′(r) = r (1 − w)²
/// L″(r) = (1 − w) (1 − 5w)
/// </code>
/// At c = 4.685 residual scales it is 95 % efficient on Gaussian noise; c is in the target's unit, so scale it by a
/// robust scale of residuals (1.4826 times their median absolute deviation), not by the targets' standard deviation.
/// Outliers at the start stay outliers: begin from a Huber fit. Reference: A. E. Beaton, J. W. Tukey, "The Fitting of
/// Power Series, Meaning Polynomials, Illustrated on Band-Spectroscopic Data", Technometrics 16 (1974) 147–185.
/// </remarks>
/// <param name="c">Where residuals stop to pull, in the target's unit; positive and finite.</param>
public readonly struct TukeyLoss(double c) : IDistanceLoss<TukeyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "c", "c", 4.685, Domain.Positive, "where residuals stop to pull, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new("c^{-1}", 1 / c);
    private readonly Parameter _sixth = new(@"\frac{c^2}{6}", c * c / 6);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "tukey",
        Title = "Tukey biweight",
        Use = "Regression with gross outliers that should not pull at all, from a good start.",
        Avoid = "The start is far off: beyond c nothing pulls at all, so that a poor start is never left. Begin with "
            + "huber.",
        Reference = "A. E. Beaton, J. W. Tukey, The Fitting of Power Series, 1974, doi:10.1080/00401706.1974.10489171",
        Aliases = ["biweight", "bisquare"],
        Names = new() { Chinese = "Tukey 双权损失" },
        Translations =
        [
            new(
                "neuralforecast.losses.pytorch.TukeyLoss(c=4.685, normalize=False)",
                "tukey:c={c}",
                "normalize=True, its default, divides residuals by the standard deviation of the targets"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [ScaleCard],
    };

    /// <summary>Where residuals stop to pull.</summary>
    public Parameter C { get; } = ScaleCard.Bind(c);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = 2,
        LipschitzConstant = C.Value * 16 / (25 * Math.Sqrt(5)),
        SmoothnessConstant = 1,
        IsBounded = true,
        IsRedescending = true,
        IsSymmetric = true,
        Kinks = [-C.Value, C.Value],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = _inverse * r;
        return OfShare(TLane.AtMost(u * u, 1));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(TukeyLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * r;
        TLane w = TLane.AtMost(u * u, 1);
        TLane rest = 1 - w;
        return new(loss.OfShare(w), r * rest * rest);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(TukeyLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * r;
        TLane w = TLane.AtMost(u * u, 1);
        TLane rest = 1 - w;
        return new(loss.OfShare(w), r * rest * rest, rest * (1 - (5 * w)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane OfShare<TLane>(TLane w) where TLane : struct, ILane<TLane> =>
        _sixth * (w * (3 - (3 * w) + (w * w)));
}
