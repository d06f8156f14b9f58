using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The absolute error with its kink rounded off: smooth everywhere, slope below 1.</summary>
/// <remarks>
/// With u = r/ε, s = √(1 + u²):
/// <code>
/// L(r)  = √(r² + ε²) − ε = ε u² / (1 + s)
/// L′(r) = u / s
/// L″(r) = 1 / (ε s³)
/// </code>
/// It is <see cref="PseudoHuberLoss"/> of δ = ε divided by ε. Often printed without the −ε: then a perfect prediction
/// costs ε. Reference: P. Charbonnier, L. Blanc-Féraud, G. Aubert, M. Barlaud, "Two Deterministic Half-Quadratic
/// Regularization Algorithms for Computed Imaging", ICIP 1994.
/// </remarks>
/// <param name="epsilon">How narrow the bend at 0 is, in the target's unit; positive and finite.</param>
public readonly struct CharbonnierLoss(double epsilon) : IDistanceLoss<CharbonnierLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 1e-3, Domain.Positive, "how narrow the bend at 0 is, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new(@"\epsilon^{-1}", 1 / epsilon);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "charbonnier",
        Title = "Charbonnier",
        Use = "Regression of pixels, as super-resolution: the absolute error for methods that want a slope at 0.",
        Avoid = "Targets whose noise is smaller than ε, or steps so long that the bend is jumped over: take "
            + "pseudo-Huber.",
        Reference = "P. Charbonnier et al., Two Deterministic Half-Quadratic Regularization Algorithms for Computed "
            + "Imaging, 1994, doi:10.1109/ICIP.1994.413553",
        Names = new() { Chinese = "Charbonnier 损失" },
        Translations =
        [
            new("kornia.losses.charbonnier_loss()", "charbonnier:epsilon=1", "no scale there: divide residuals first"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [EpsilonCard],
    };

    /// <summary>How narrow the bend at 0 is.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = 1 / Epsilon.Value,
        IsSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return TLane.Sqrt((r * r) + ((TLane)Epsilon * Epsilon)) - Epsilon;
        }

        TLane size = TLane.Abs(r);
        TLane u = _inverse * size;
        return size * (u / (1 + Stable.RootOfOnePlusSquare(u)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(CharbonnierLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        TLane s = Stable.RootOfOnePlusSquare(u);
        return new(TLane.Abs(r) * (u / (1 + s)), loss._inverse * (r / s));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(CharbonnierLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        TLane weight = 1 / Stable.RootOfOnePlusSquare(u);
        return new(
            TLane.Abs(r) * (u * (weight / (1 + weight))),
            loss._inverse * (r * weight),
            loss._inverse * (weight * (weight * weight)));
    }
}
