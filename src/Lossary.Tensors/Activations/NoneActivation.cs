using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x itself.</summary>
    public static Activation None { get; } = new Activation<NoneActivation>("none", default);
}

/// <summary>x.</summary>
internal readonly struct NoneActivation : IActivation<NoneActivation>
{
    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(NoneActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(NoneActivation activation, TLane x) where TLane : struct, ILane<TLane> =>
        1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(NoneActivation activation, TLane y)
        where TLane : struct, ILane<TLane> =>
        1;
}
