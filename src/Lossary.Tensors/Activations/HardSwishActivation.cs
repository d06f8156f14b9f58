using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x times the hard sigmoid of x.</summary>
    /// <remarks>A. Howard et al., "Searching for MobileNetV3", ICCV 2019.</remarks>
    public static Activation HardSwish { get; } = new Activation<HardSwishActivation>("hardswish", default);
}

/// <summary>x · clamp(x + 3, 0, 6) / 6.</summary>
internal readonly struct HardSwishActivation : IActivation<HardSwishActivation>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        x * (TLane.Clamp(x + 3, 0, 6) * (1.0 / 6));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(HardSwishActivation activation, TLane x) where TLane : struct, ILane<TLane>
    {
        TLane middle = (x * (1.0 / 3)) + 0.5;
        return TLane.WhereLess(x, -3, 0, TLane.WhereAtMost(x, 3, middle, 1));
    }
}
