using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>ln(1 / (1 + e⁻ˣ)), with all its digits at both ends.</summary>
    public static Activation LogSigmoid { get; } = new Activation<LogSigmoidActivation>("logsigmoid", default);
}

/// <summary>−ln(1 + e⁻ˣ).</summary>
internal readonly struct LogSigmoidActivation : IActivation<LogSigmoidActivation>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.LogSigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(LogSigmoidActivation activation, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.Sigmoid(-x);
}
