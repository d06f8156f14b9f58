using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>x tanh(ln(1 + eˣ)).</summary>
    /// <remarks>D. Misra, "Mish: A Self Regularized Non-Monotonic Activation Function", BMVC 2020.</remarks>
    public static Activation Mish { get; } = new Activation<MishActivation>("mish", default);
}

/// <summary>x tanh(ln(1 + e)) = x n / (n + 2) with e = eˣ, n = e (e + 2): one exponential, no logarithm.</summary>
internal readonly struct MishActivation : IActivation<MishActivation>
{
    /// <summary>From here on n / (n + 2) is 1 to the last digit, and n stays far from overflow.</summary>
    private const double Large = 20;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane e = TLane.Exp(TLane.AtMost(x, Large));
        TLane n = e * (e + 2);
        return x * (n / (n + 2));
    }
}
