using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x / (1 + |x|).</summary>
    public static Activation Softsign { get; } = new Activation<SoftsignActivation>("softsign", default);
}

/// <summary>x / (1 + |x|).</summary>
internal readonly struct SoftsignActivation : IActivation<SoftsignActivation>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => x / (1 + TLane.Abs(x));
}
