using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>(x + 3) / 6, kept within [0, 1].</summary>
    public static Activation HardSigmoid { get; } = new Activation<HardSigmoidActivation>("hardsigmoid", default);
}

/// <summary>(x + 3) / 6, kept within [0, 1].</summary>
internal readonly struct HardSigmoidActivation : IActivation<HardSigmoidActivation>
{
    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(HardSigmoidActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.Clamp((x + 3) * (1.0 / 6), 0, 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(HardSigmoidActivation activation, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(TLane.Abs(x), 3, 1.0 / 6, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(HardSigmoidActivation activation, TLane y)
        where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, y, TLane.WhereLess(y, 1, 1.0 / 6, 0), 0);
}
