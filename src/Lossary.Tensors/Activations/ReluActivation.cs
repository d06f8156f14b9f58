using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>max(x, 0), the rectified linear unit; its slope at 0 is 0.</summary>
    public static Activation Relu { get; } = new Activation<ReluActivation>("relu", default);
}

/// <summary>max(x, 0).</summary>
internal readonly struct ReluActivation : IActivation<ReluActivation>
{
    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(ReluActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.AtLeast(x, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(ReluActivation activation, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(x, 0, 0, 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(ReluActivation activation, TLane y)
        where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(y, 0, 0, 1);
}
