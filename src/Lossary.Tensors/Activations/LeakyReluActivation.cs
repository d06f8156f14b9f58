using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x where positive, else a little of it, so that no unit dies.</summary>
    /// <param name="negativeSlope">The slope where x is not positive; finite.</param>
    /// <remarks>A. Maas et al., "Rectifier Nonlinearities Improve Neural Network Acoustic Models", ICML 2013.</remarks>
    public static Activation LeakyRelu(double negativeSlope = 0.01) => new Activation<LeakyReluActivation>(
        ActivationText.Of("leaky_relu", ("negative_slope", negativeSlope)),
        new(RequireFinite(negativeSlope)), values => LeakyRelu(values[0]));
}

/// <summary>x where positive, else s · x.</summary>
internal readonly struct LeakyReluActivation(double negativeSlope) : IActivation<LeakyReluActivation>
{
    private readonly Parameter _slope = new("s", negativeSlope);

    /// <inheritdoc/>
    /// <remarks>Of a negative slope, both sides have positive outputs.</remarks>
    public static bool KnowsSlopeFromOutput(LeakyReluActivation activation) => activation._slope.Value >= 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.WhereLess(0, x, x, _slope * x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(LeakyReluActivation activation, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, x, 1, activation._slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(LeakyReluActivation activation, TLane y)
        where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, y, 1, activation._slope);
}
