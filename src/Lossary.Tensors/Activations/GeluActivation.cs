using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x Φ(x) with the normal distribution function Φ: the Gaussian error linear unit.</summary>
    /// <remarks>D. Hendrycks, K. Gimpel, "Gaussian Error Linear Units", arXiv:1606.08415.</remarks>
    public static Activation Gelu { get; } = new Activation<GeluActivation>("gelu", default);
}

/// <summary>x Φ(x) = ½ x erfc(−x/√2), which keeps its digits where Φ is tiny.</summary>
internal readonly struct GeluActivation : IActivation<GeluActivation>
{
    private const double InverseRootOfTwo = 0.70710678118654752440;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        0.5 * x * TLane.Erfc(-InverseRootOfTwo * x);
}
