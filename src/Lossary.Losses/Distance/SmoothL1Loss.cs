using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The absolute error with its kink rounded off within β: a Huber loss of slope at most 1.</summary>
/// <remarks>
/// <code>
/// L(r)  = r²/(2β) where |r| &lt; β, else |r| − β/2
/// L′(r) = clamp(r/β, −1, 1)
/// L″(r) = 1/β where |r| &lt; β, else 0
/// </code>
/// It is the Huber loss with δ = β divided by β. β = 0 is the absolute error, exactly. Reference: R. Girshick,
/// "Fast R-CNN", ICCV 2015.
/// </remarks>
/// <param name="beta">Where quadratic turns linear, in the target's unit; 0 and above.</param>
public readonly struct SmoothL1Loss(double beta) : IDistanceLoss<SmoothL1Loss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.NonNegative,
        "where quadratic turns linear, in the target's unit; 0 gives the absolute error")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new(@"\beta^{-1}", beta > 0 ? 1 / beta : 0);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "smooth-l1",
        Title = "smooth L1",
        Use = "Regression of coordinates, as box corners, where large errors occur and none should pull harder than 1.",
        Avoid =
            "beta is varied to fit the noise: the steepness inside changes with it; huber keeps the curvature at 1.",
        Reference = "R. Girshick, Fast R-CNN, 2015, doi:10.1109/ICCV.2015.169",
        Aliases = ["smoothl1"],
        Names = new() { PyTorch = "SmoothL1Loss", Chinese = "平滑 L1 损失" },
        Translations =
        [
            new("torch.nn.SmoothL1Loss(beta=1.0)", "smooth-l1:beta={beta}"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [BetaCard],
    };

    /// <summary>Where quadratic turns linear.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => Beta.Value == 0
        ? default(AbsoluteLoss).Traits
        : new()
        {
            IsConvex = true,
            Smoothness = 1,
            LipschitzConstant = 1,
            SmoothnessConstant = 1 / Beta.Value,
            IsSymmetric = true,
            Kinks = [-Beta.Value, Beta.Value],
        };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        return TLane.WhereLess(size, Beta, 0.5 * (_inverse * (r * r)), size - (0.5 * (TLane)Beta));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(SmoothL1Loss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane slope = TLane.WhereLess(TLane.Abs(r), loss.Beta, loss._inverse * r, Stable.Sign(r));
        return new(loss.Value(r), slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(SmoothL1Loss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, r);
        return new(dual.Value, dual.Slope, TLane.WhereLess(TLane.Abs(r), loss.Beta, loss._inverse, 0));
    }
}
