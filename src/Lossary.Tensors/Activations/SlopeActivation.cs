using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The slope of an activation as a function of its own, whose slope is the curvature.</summary>
internal readonly struct SlopeActivation<TActivation>(TActivation activation) : IActivation<SlopeActivation<TActivation>>
    where TActivation : struct, IActivation<TActivation>
{
    private readonly TActivation _activation = activation;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TActivation.Slope(_activation, x);
}
