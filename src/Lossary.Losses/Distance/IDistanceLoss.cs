using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A loss that depends on prediction and target only through the residual r = prediction − target.</summary>
public interface IDistanceLoss<TSelf>
    where TSelf : struct, IDistanceLoss<TSelf>
{
    /// <summary>L(r).</summary>
    TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>;

    /// <summary>L and L′(r); at a kink, a subgradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane r) where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(r));

    /// <summary>L, L′ and L″(r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Jet<TLane> Curvature<TLane>(TSelf loss, TLane r) where TLane : struct, ILane<TLane> =>
        loss.Value(Jet<TLane>.Variable(r));
}

/// <summary>Lifts a distance loss to a pointwise one.</summary>
public readonly struct OfResidual<TLoss>(TLoss loss) : IPointwiseLoss<OfResidual<TLoss>>
    where TLoss : struct, IDistanceLoss<TLoss>
{
    private readonly TLoss _loss = loss;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        _loss.Value(prediction - target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(OfResidual<TLoss> loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        TLoss.Slope(loss._loss, prediction - target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(OfResidual<TLoss> loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        TLoss.Curvature(loss._loss, prediction - target);
}
