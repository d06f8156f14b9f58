using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Pulls hardest at the smallest errors: a logarithm within w, the absolute error beyond.</summary>
/// <remarks>
/// With C = w − w ln(1 + w/ε):
/// <code>
/// L(r)  = w ln(1 + |r|/ε) where |r| &lt; w, else |r| − C
/// L′(r) = w sign r / (ε + |r|) where |r| &lt; w, else sign r; 0 at 0
/// L″(r) = −w / (ε + |r|)² where |r| &lt; w, else 0
/// </code>
/// Its slope jumps at 0, from −w/ε to w/ε, and at ±w. Reference: Z.-H. Feng, J. Kittler, M. Awais, P. Huber, X.-J. Wu,
/// "Wing Loss for Robust Facial Landmark Localisation with Convolutional Neural Networks", CVPR 2018, arXiv:1711.06753.
/// </remarks>
/// <param name="w">Where logarithm turns linear, in the target's unit; positive and finite.</param>
/// <param name="epsilon">How narrow the bend at 0 is, in the target's unit; positive and finite.</param>
public readonly struct WingLoss(double w, double epsilon) : IDistanceLoss<WingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WidthCard = new(
        "w", "w", 10, Domain.Positive, "where logarithm turns linear, in the target's unit")
    {
        UnitPower = 1,
    };

    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 2, Domain.Positive, "how narrow the bend at 0 is, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new(@"\epsilon^{-1}", 1 / epsilon);
    private readonly Parameter _offset = new("C", w - (w * RealFunctions.Log1P(w / epsilon)));

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "wing",
        Title = "wing",
        Use = "Regression of landmarks and coordinates, where small errors should not be left alone.",
        Avoid = "Noisy targets: errors that cannot go away pull hardest where they are small. Take Huber.",
        Reference = "Z.-H. Feng et al., Wing Loss for Robust Facial Landmark Localisation with Convolutional Neural "
            + "Networks, 2018, arXiv:1711.06753",
        Names = new() { Chinese = "Wing 损失" },
        Translations =
        [
            new(
                "segmentation_models_pytorch.losses._functional.wing_loss(width=5, curvature=0.5)",
                "wing:w={width},epsilon={curvature}"),
        ],
        Tasks = LossTask.Regression,
        Parameters = [WidthCard, EpsilonCard],
    };

    /// <summary>Where logarithm turns linear.</summary>
    public Parameter W { get; } = WidthCard.Bind(w);

    /// <summary>How narrow the bend at 0 is.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        LipschitzConstant = Math.Max(1, W.Value / Epsilon.Value),
        IsSymmetric = true,
        Kinks = [-W.Value, 0, W.Value],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        return TLane.WhereLess(size, W, W * TLane.Log1P(_inverse * size), size - _offset);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: a perfect prediction pulls nowhere.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(WingLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        TLane width = loss.W;
        return new(loss.Value(r), Stable.Sign(r) * TLane.WhereLess(size, width, width / (size + loss.Epsilon), 1));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(WingLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        TLane width = loss.W;
        TLane far = size + loss.Epsilon;
        TLane pull = width / far;
        return new(
            loss.Value(r),
            Stable.Sign(r) * TLane.WhereLess(size, width, pull, 1),
            TLane.WhereLess(size, width, -(pull / far), 0));
    }
}
