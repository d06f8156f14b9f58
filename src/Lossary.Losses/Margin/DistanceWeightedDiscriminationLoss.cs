using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A hinge that never quite forgets a sample: all of them, not only the nearest, place the plane.</summary>
/// <remarks>
/// With the knee k = q / (q + 1), c = max(m, k) and u = (k / c)^(q+1):
/// <code>
/// L(m)  = c − m + c u / q        that is 1 − m up to the knee, and qᵠ / (q + 1)^(q+1) m^(−q) beyond
/// L′(m) = −u
/// </code>
/// q → ∞ gives the hinge. References: J. S. Marron, M. J. Todd, J. Ahn, "Distance-Weighted Discrimination", Journal
/// of the American Statistical Association 102 (2007) 1267–1271; B. Wang, H. Zou, "Another Look at Distance-Weighted
/// Discrimination", Journal of the Royal Statistical Society B 80 (2018) 177–198.
/// </remarks>
/// <param name="power">How fast the loss fades beyond the knee; positive.</param>
public readonly struct DistanceWeightedDiscriminationLoss(double power)
    : IMarginLoss<DistanceWeightedDiscriminationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PowerCard = new(
        "power", "q", 1, Domain.Positive, "how fast the loss fades beyond the knee");

    private readonly Parameter _knee = new(@"\frac{q}{q+1}", power / (power + 1));
    private readonly Parameter _inverse = new(@"\frac{1}{q}", 1 / power);
    private readonly Parameter _exponent = new("q+1", power + 1);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "distance-weighted-discrimination",
        Title = "distance-weighted discrimination",
        Use = "Two classes with more columns than rows, where the hinge would let a few samples decide alone.",
        Avoid = "Rows are many: the hinge is cheaper, and logistic gives probabilities.",
        Reference =
            "J. S. Marron, M. J. Todd, J. Ahn, Distance-Weighted Discrimination, 2007, doi:10.1198/016214507000001120",
        Aliases = ["dwd"],
        Names = new()
        {
            Chinese = "距离加权判别损失",
        },
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
        Parameters = [PowerCard],
    };

    /// <summary>How fast the loss fades beyond the knee.</summary>
    public Parameter Power { get; } = PowerCard.Bind(power);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = 1,
        LipschitzConstant = 1,
        IsCalibrated = true,
        Kinks = [_knee.Value],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane>
    {
        TLane c = TLane.AtLeast(m, _knee);
        TLane u = TLane.Pow(_knee / c, _exponent);
        return c - m + (_inverse * (c * u));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: of the derived slope everything but the power cancels.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(DistanceWeightedDiscriminationLoss loss, TLane m)
        where TLane : struct, ILane<TLane>
    {
        TLane c = TLane.AtLeast(m, loss._knee);
        TLane u = TLane.Pow(loss._knee / c, loss._exponent);
        return new(c - m + (loss._inverse * (c * u)), -u);
    }
}
