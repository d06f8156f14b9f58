using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x, kept within [0, 6].</summary>
    public static Activation Relu6 { get; } = new Activation<HardTanhActivation>("relu6", new(0, 6));

    /// <summary>x, kept within two bounds; the slope at a bound is 0.</summary>
    /// <param name="least">The lower bound; finite.</param>
    /// <param name="most">The upper bound; finite, above the lower one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is out of range.</exception>
    public static Activation HardTanh(double least = -1, double most = 1)
    {
        RequireFinite(least);
        if (!(most > least && double.IsFinite(most)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(most), most, $"Must be finite and above the lower bound, {least}.");
        }

        return new Activation<HardTanhActivation>(
            ActivationText.Of("hardtanh", ("least", least), ("most", most)),
            new(least, most), values => HardTanh(values[0], values[1]));
    }
}

/// <summary>x, kept within two bounds.</summary>
internal readonly struct HardTanhActivation(double least, double most) : IActivation<HardTanhActivation>
{
    private readonly Parameter _least = new("a", least);
    private readonly Parameter _most = new("b", most);

    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(HardTanhActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Clamp(x, _least, _most);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(HardTanhActivation activation, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(x, activation._least, 0, TLane.WhereAtMost(activation._most, x, 0, 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(HardTanhActivation activation, TLane y)
        where TLane : struct, ILane<TLane> => Slope(activation, y);
}
