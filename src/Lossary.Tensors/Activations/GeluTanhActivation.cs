using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>The usual approximation of GELU: ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
    public static Activation GeluTanh { get; } = new Activation<GeluTanhActivation>("gelu_tanh", default);
}

/// <summary>½ x (1 + tanh u) = x σ(2u): the same, of half the work, with all its digits where it is tiny.</summary>
internal readonly struct GeluTanhActivation : IActivation<GeluTanhActivation>
{
    private const double TwiceRoot = 1.5957691216057307117;
    private const double Cubic = 0.044715;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        x * TLane.Sigmoid(TwiceRoot * x * (1 + (Cubic * x * x)));
}
