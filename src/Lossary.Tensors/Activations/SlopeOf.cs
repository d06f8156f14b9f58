using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The slope of an activation as an activation, which again differentiates itself.</summary>
internal readonly struct SlopeOf<TActivation>(TActivation activation) : IActivation<SlopeOf<TActivation>>
    where TActivation : struct, IActivation<TActivation>
{
    private readonly TActivation _activation = activation;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TActivation.Slope(_activation, x);
}
