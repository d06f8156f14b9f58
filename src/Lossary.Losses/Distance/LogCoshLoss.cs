using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The logarithm of the residual's hyperbolic cosine: ½r² near 0, |r| − ln 2 far out, smooth throughout.
/// </summary>
/// <remarks>
/// <code>
/// L(r)  = ln cosh r
/// L′(r) = tanh r
/// L″(r) = 1 − tanh² r
/// </code>
/// Strictly convex, but not strongly: L″ tends to 0. Its scale is fixed at 1: divide targets by their scale first.
/// Reference: R. A. Saleh, A. K. M. E. Saleh, "Statistical Properties of the Log-Cosh Loss Function Used in Machine
/// Learning", 2022.
/// </remarks>
public readonly struct LogCoshLoss : IDistanceLoss<LogCoshLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-cosh",
        Title = "log-cosh",
        Use = "Regression on targets of scale 1 with some outliers, without a parameter to choose.",
        Avoid = "Targets are far from scale 1: it has no parameter to follow them, and is the squared or the absolute "
            + "error then.",
        Reference = "R. A. Saleh, A. K. M. E. Saleh, Statistical Properties of the Log-Cosh Loss Function, 2022, "
            + "arXiv:2208.04564",
        Aliases = ["logcosh"],
        Names = new() { Keras = "LogCosh", Chinese = "对数双曲余弦损失" },
        Translations =
        [
            new("keras.losses.LogCosh()", "log-cosh"),
            new("optax.log_cosh()", "log-cosh"),
            new("catboost.CatBoostRegressor(loss_function=\"LogCosh\")", "log-cosh"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = 1,
        IsSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => Stable.LogCosh(r, out _);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(LogCoshLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane value = Stable.LogCosh(r, out TLane tanh);
        return new(value, tanh);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: 1 − tanh² has no digit left where tanh rounds to 1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(LogCoshLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane value = Stable.LogCosh(r, out TLane tanh);
        TLane e = TLane.Exp(-2 * TLane.Abs(r));
        TLane whole = 1 + e;
        return new(value, tanh, 4 * e / (whole * whole));
    }
}
