using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Something is not to exceed 0: a wall of logarithms, and a straight line where it is broken all the same.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln(−c) / t where c ≤ −1/t², else t c − ln(1/t²)/t + 1/t
/// </code>
/// Raise t while training, by 1.1 an epoch: the wall grows steeper. Unlike the plain barrier it has a gradient beyond
/// the wall. Reference: H. Kervadec, J. Dolz, J. Yuan, C. Desrosiers, E. Granger, I. Ben Ayed, Constrained Deep
/// Networks: Lagrangian Optimization via Log-Barrier Extensions, 2019, arXiv:1904.04205.
/// </remarks>
/// <param name="t">How steep the wall is; positive.</param>
public readonly struct LogBarrierPenalty(double t) : IFormulaLoss<LogBarrierPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard TCard = new(
        "t", "t", 5, Domain.Positive, "how steep the wall is");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-barrier",
        Title = "extended log barrier",
        Use = "Training under bounds that are to hold from the start, without multipliers.",
        Avoid = "The best solution lies on the bound and must be exact: take augmented-lagrangian-inequality.",
        Reference = "H. Kervadec, J. Dolz, J. Yuan, C. Desrosiers, E. Granger, I. Ben Ayed, Constrained Deep "
            + "Networks: Lagrangian Optimization via Log-Barrier Extensions, 2019, arXiv:1904.04205",
        Names = new() { Chinese = "对数障碍惩罚" },
        Tasks = LossTask.Regularisation,
        Parameters = [TCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("constraint", "c", InputKind.Real, "…", "by how much the bound is exceeded; negative within it")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>How steep the wall is.</summary>
    public Parameter T { get; } = TCard.Bind(t);

    private readonly Parameter _start = new("t^{-2}", 1 / (t * t));
    private readonly Parameter _inverse = new("t^{-1}", 1 / t);
    private readonly Parameter _offset = new(@"\tfrac{2 \ln t + 1}{t}", ((2 * Math.Log(t)) + 1) / t);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = 1 };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane within = -(TLane.Log(TLane.AtLeast(-x[0], _start)) * _inverse);
        return TLane.WhereLess(-(TLane)_start, x[0], (T * x[0]) + _offset, within);
    }
}
