using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x − tanh x.</summary>
    public static Activation TanhShrink { get; } = new Activation<TanhShrinkActivation>("tanhshrink", default);
}

/// <summary>x − tanh x.</summary>
internal readonly struct TanhShrinkActivation : IActivation<TanhShrinkActivation>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => x - TLane.Tanh(x);

    /// <inheritdoc/>
    /// <remarks>tanh² x; one minus the slope of tanh would lose its digits near 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(TanhShrinkActivation activation, TLane x) where TLane : struct, ILane<TLane>
    {
        TLane tanh = TLane.Tanh(x);
        return tanh * tanh;
    }
}
