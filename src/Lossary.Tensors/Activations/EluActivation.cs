using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x where positive, else α (eˣ − 1): the exponential linear unit.</summary>
    /// <param name="alpha">How far below 0 it goes, and its slope there; positive.</param>
    /// <remarks>
    /// D.-A. Clevert et al., "Fast and Accurate Deep Network Learning by Exponential Linear Units", ICLR 2016.
    /// </remarks>
    public static Activation Elu(double alpha = 1) => new Activation<EluActivation>(
        ActivationText.Of("elu", ("alpha", alpha)), new(RequirePositive(alpha)), values => Elu(values[0]));
}

/// <summary>x where positive, else α (eˣ − 1), whose slope α eˣ is α more than it.</summary>
internal readonly struct EluActivation(double alpha) : IActivation<EluActivation>
{
    private readonly Parameter _alpha = new("\\alpha", alpha);

    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(EluActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(x, 0, _alpha * TLane.ExpM1(x), x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(EluActivation activation, TLane y)
        where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(y, 0, y + activation._alpha, 1);
}
