using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of logistic noise: ¼r² near 0, |r| − ln 4 far out.</summary>
/// <remarks>
/// <code>
/// L(r)  = |r| + 2 ln(1 + e^(−|r|)) − ln 4 = 2 ln cosh(r/2)
/// L′(r) = tanh(r/2)
/// L″(r) = ½ (1 − tanh²(r/2))
/// </code>
/// It is <see cref="LogCoshLoss"/> of half the residual, doubled: the same shape, twice as wide. Reference:
/// N. Balakrishnan, "Handbook of the Logistic Distribution", Marcel Dekker 1991.
/// </remarks>
public readonly struct LogisticDistanceLoss : IDistanceLoss<LogisticDistanceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "logistic-distance",
        Title = "logistic distance",
        Use = "Regression on targets of scale 1 whose noise is logistic: near Gaussian, with heavier tails.",
        Avoid = "Its scale is fixed: targets far from scale 1 need Huber or pseudo-Huber, or to be divided by their "
            + "scale.",
        Reference = "N. Balakrishnan, Handbook of the Logistic Distribution, 1991, doi:10.1201/9781482277098",
        Names = new() { Chinese = "逻辑斯谛距离损失" },
        Tasks = LossTask.Regression | LossTask.Counts,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = 0.5,
        IsSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => 2 * Stable.LogCosh(0.5 * r, out _);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(LogisticDistanceLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane half = Stable.LogCosh(0.5 * r, out TLane tanh);
        return new(2 * half, tanh);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: 1 − tanh² has no digit left where tanh rounds to 1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(LogisticDistanceLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane half = Stable.LogCosh(0.5 * r, out TLane tanh);
        TLane e = TLane.Exp(-TLane.Abs(r));
        TLane whole = 1 + e;
        return new(2 * half, tanh, 2 * e / (whole * whole));
    }
}
