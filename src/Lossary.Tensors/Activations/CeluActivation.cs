using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x where positive, else α (e^(x/α) − 1): like ELU, but of slope 1 at 0 for every α.</summary>
    /// <param name="alpha">How far below 0 it goes; positive.</param>
    /// <remarks>J. T. Barron, "Continuously Differentiable Exponential Linear Units", arXiv:1704.07483.</remarks>
    public static Activation Celu(double alpha = 1) => new Activation<CeluActivation>(
        ActivationText.Of("celu", ("alpha", alpha)), new(RequirePositive(alpha)), values => Celu(values[0]));
}

/// <summary>x where positive, else α (e^(x/α) − 1).</summary>
internal readonly struct CeluActivation(double alpha) : IActivation<CeluActivation>
{
    private readonly Parameter _alpha = new("\\alpha", alpha);
    private readonly Parameter _inverse = new("1/\\alpha", 1 / alpha);

    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(CeluActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(x, 0, _alpha * TLane.ExpM1(_inverse * x), x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(CeluActivation activation, TLane y)
        where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(y, 0, 1 + (activation._inverse * y), 1);
}
