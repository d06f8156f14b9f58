using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x / (1 + e⁻ˣ): the sigmoid linear unit, also called swish.</summary>
    /// <remarks>S. Elfwing et al., "Sigmoid-Weighted Linear Units", Neural Networks 107 (2018) 3–11.</remarks>
    public static Activation Silu { get; } = new Activation<SiluActivation>("silu", default);
}

/// <summary>x σ(x).</summary>
internal readonly struct SiluActivation : IActivation<SiluActivation>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => x * TLane.Sigmoid(x);
}
