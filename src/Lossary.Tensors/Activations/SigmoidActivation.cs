using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Activation Sigmoid { get; } = new Activation<SigmoidActivation>("sigmoid", default);
}

/// <summary>σ = 1 / (1 + e⁻ˣ), whose slope is σ (1 − σ).</summary>
internal readonly struct SigmoidActivation : IActivation<SigmoidActivation>
{
    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(SigmoidActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(SigmoidActivation activation, TLane y)
        where TLane : struct, ILane<TLane> => y * (1 - y);
}
