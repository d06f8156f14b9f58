using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>λ · ELU with λ and α such that layers keep mean 0 and variance 1.</summary>
    /// <remarks>G. Klambauer et al., "Self-Normalizing Neural Networks", NeurIPS 2017.</remarks>
    public static Activation Selu { get; } = new Activation<SeluActivation>("selu", default);
}

/// <summary>λ x where positive, else λ α (eˣ − 1).</summary>
internal readonly struct SeluActivation : IActivation<SeluActivation>
{
    private const double Scale = 1.0507009873554804934;
    private const double ScaledAlpha = Scale * 1.6732632423543772848;

    /// <inheritdoc/>
    public static bool KnowsSlopeFromOutput(SeluActivation activation) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(x, 0, ScaledAlpha * TLane.ExpM1(x), Scale * x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SlopeFromOutput<TLane>(SeluActivation activation, TLane y)
        where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(y, 0, y + ScaledAlpha, Scale);
}
