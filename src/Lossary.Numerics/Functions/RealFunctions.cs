using System.Numerics;

namespace Lossary.Numerics;

/// <summary>
/// Elementary and special functions of plain numbers: the same bits on every machine, in a register of any width and
/// alone.
/// </summary>
/// <remarks>
/// Off by at most 2 units in the last place (Exp, ExpM1, Log, Log1P, Pow, Erf), 2.5 (Tanh, Sigmoid, Softplus) or 4 (the
/// others), in float and in double, also in the tails and next to zeros; checked against mpmath. .NET's own differ
/// between platforms, and its <c>LogP1</c> and <c>ExpM1</c> lose all digits near 0.
/// </remarks>
public static partial class RealFunctions
{
    /// <summary>eˣ.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Exp<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<Exponential, T>(x);

    /// <summary>eˣ − 1, with all its digits near 0.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T ExpM1<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<ExponentialMinusOne, T>(x);

    /// <summary>ln x; −∞ at 0, NaN below.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Log<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<NaturalLogarithm, T>(x);

    /// <summary>ln(1 + x), with all its digits near 0; −∞ at −1, NaN below.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Log1P<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<LogarithmOfOnePlus, T>(x);

    /// <summary>tanh x.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Tanh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<HyperbolicTangent, T>(x);

    /// <summary>1 / (1 + e⁻ˣ), with all its digits where it is tiny.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Sigmoid<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<LogisticSigmoid, T>(x);

    /// <summary>ln(1 / (1 + e⁻ˣ)), finite for every finite x.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T LogSigmoid<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<LogarithmOfSigmoid, T>(x);

    /// <summary>ln(1 + eˣ), finite for every finite x.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Softplus<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<SoftPlus, T>(x);

    /// <summary>erf x = 2/√π ∫₀ˣ e^(−t²) dt.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Erf<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<ErrorFunction, T>(x);

    /// <summary>erfc x = 1 − erf x, with all its digits where it is tiny.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Erfc<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<ComplementaryErrorFunction, T>(x);

    /// <summary>ln Γ(x) for x &gt; 0; +∞ at 0, NaN below.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T LogGamma<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<LogarithmOfGamma, T>(x);

    /// <summary>ψ(x) = (ln Γ)′(x) for x &gt; 0; −∞ at 0, NaN below.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Digamma<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<DigammaFunction, T>(x);

    /// <summary>ψ′(x) for x &gt; 0.</summary>
    /// <param name="x">The argument; NaN gives NaN.</param>
    public static T Trigamma<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Elementwise.At<TrigammaFunction, T>(x);

    /// <summary>xʸ for x ≥ 0; NaN below.</summary>
    /// <param name="x">The base; NaN gives NaN.</param>
    /// <param name="y">The exponent.</param>
    public static T Pow<T>(T x, T y) where T : unmanaged, IFloatingPointIeee754<T> =>
        Scalar<T>.Pow(Scalar<T>.Spread(x), Scalar<T>.Spread(y)).Number;
}
