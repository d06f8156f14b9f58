using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>tanh x.</summary>
    public static Activation Tanh { get; } = new Activation<TanhActivation>("tanh", default);
}

/// <summary>tanh x, whose slope is 1 − tanh² x.</summary>
internal readonly struct TanhActivation : IActivation<TanhActivation>
{
    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(TanhActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(TanhActivation activation, TLane y)
        where TLane : struct, ILane<TLane> => 1 - (y * y);
}
