using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The Kullback–Leibler divergence with the roles exchanged: the prediction must put nothing where the target has
/// nothing.
/// </summary>
/// <remarks>
/// For each entry, with probability p predicted and probability t as target:
/// <code>
/// L(p, t) = p ln(p / t)      0 where p = 0, ∞ where only t = 0
/// ∂L/∂p   = ln(p / t) + 1    −∞ where only p = 0
/// </code>
/// Reference: T. Minka, "Divergence Measures and Message Passing", Microsoft Research TR-2005-173, 2005.
/// </remarks>
public readonly struct ReverseKullbackLeiblerLoss : IPointwiseLoss<ReverseKullbackLeiblerLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "reverse-kullback-leibler",
        Title = "reverse Kullback–Leibler divergence",
        Use = "Distributions as targets, where the prediction should settle on one of several modes.",
        Avoid = "All of the target's mass must be covered: it leaves modes out. kullback-leibler covers them.",
        Reference = "T. Minka, Divergence Measures and Message Passing, Microsoft Research TR-2005-173, 2005",
        Aliases = ["reverse-kl"],
        Names = new() { Chinese = "反向KL散度" },
        Target = Domain.NonNegative,
        Prediction = Domain.NonNegative,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(
            TLane.Abs(prediction), 0, 0 * TLane.Clamp(target, -1, 1),
            TLane.TimesLogOfRatio(prediction, prediction, target, out _));

    /// <inheritdoc/>
    /// <remarks>By hand: at p = 0 the branch that is taken is flat, but the slope is −∞.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(ReverseKullbackLeiblerLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane product = TLane.TimesLogOfRatio(prediction, prediction, target, out TLane log);
        TLane value = TLane.WhereAtMost(TLane.Abs(prediction), 0, 0 * TLane.Clamp(target, -1, 1), product);
        return new(value, 1 + TLane.WhereAtMost(TLane.Abs(prediction - target), 0, 0, log));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: beside the derived one the slope of what is impossible would be NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(ReverseKullbackLeiblerLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> slope = Slope(loss, prediction, target);
        return new(slope.Value, slope.Slope, 1 / prediction);
    }
}
