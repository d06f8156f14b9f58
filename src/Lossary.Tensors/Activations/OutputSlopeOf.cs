using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The slope of an activation as a function of what the activation made.</summary>
internal readonly struct OutputSlopeOf<TActivation>(TActivation activation) : IActivation<OutputSlopeOf<TActivation>>
    where TActivation : struct, IActivation<TActivation>
{
    private readonly TActivation _activation = activation;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane y) where TLane : struct, ILane<TLane> =>
        TActivation.SlopeFromOutput(_activation, y);
}
