using System.Numerics;

namespace Lossary.Numerics;

/// <content>Whole spans at once, as wide as the machine can, with the same bits as one by one.</content>
public static partial class RealFunctions
{
    /// <summary>eˣ.</summary>
    /// <param name="source">The arguments, <c>[n]</c>.</param>
    /// <param name="destination">
    /// Receives the results, <c>[n]</c>; may be the source itself, but not overlap it otherwise.
    /// </param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap in part.</exception>
    public static void Exp<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<Exponential, T>(source, destination);

    /// <summary>eˣ − 1, with all its digits near 0.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void ExpM1<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<ExponentialMinusOne, T>(source, destination);

    /// <summary>ln x; −∞ at 0, NaN below.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void Log<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<NaturalLogarithm, T>(source, destination);

    /// <summary>ln(1 + x), with all its digits near 0; −∞ at −1, NaN below.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void Log1P<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<LogarithmOfOnePlus, T>(source, destination);

    /// <summary>tanh x.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void Tanh<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<HyperbolicTangent, T>(source, destination);

    /// <summary>1 / (1 + e⁻ˣ), with all its digits where it is tiny.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void Sigmoid<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<LogisticSigmoid, T>(source, destination);

    /// <summary>ln(1 + eˣ), finite for every finite x.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void Softplus<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<SoftPlus, T>(source, destination);

    /// <summary>erf x = 2/√π ∫₀ˣ e^(−t²) dt.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void Erf<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<ErrorFunction, T>(source, destination);

    /// <summary>erfc x = 1 − erf x, with all its digits where it is tiny.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void Erfc<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<ComplementaryErrorFunction, T>(source, destination);

    /// <summary>ln Γ(x) for x &gt; 0; +∞ at 0, NaN below.</summary>
    /// <inheritdoc cref="Exp{T}(ReadOnlySpan{T}, Span{T})"/>
    public static void LogGamma<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Elementwise.Apply<LogarithmOfGamma, T>(source, destination);
}
