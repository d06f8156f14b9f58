using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <content>The functions, and the operations on the exponent that they are made of.</content>
public readonly partial struct Scalar<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Sqrt(Scalar<T> x) => new(T.Sqrt(x.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> FusedMultiplyAdd(Scalar<T> x, Scalar<T> y, Scalar<T> z) =>
        new(T.FusedMultiplyAdd(x.Number, y.Number, z.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> FusedMultiplyAdd(Scalar<T> x, Scalar<T> y, double constant) =>
        FusedMultiplyAdd(x, y, Constant(constant));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Round(Scalar<T> x) => new(T.Round(x.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> ScaleByPowerOfTwo(Scalar<T> x, Scalar<T> n)
    {
        // In two steps, so that neither factor leaves the normal numbers: only the last product rounds.
        Scalar<T> half = Round(0.5 * n);
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> SplitExponent(Scalar<T> x, out Scalar<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            int bits = Unsafe.BitCast<T, int>(x.Number);
            int exponent = ((bits + (0x3F800000 - 0x3F3504F3)) >>> 23) - 127;
            n = new(Unsafe.BitCast<float, T>(exponent));
            return new(Unsafe.BitCast<int, T>(bits - (exponent << 23)));
        }
        else
        {
            long bits = Unsafe.BitCast<T, long>(x.Number);
            long exponent = ((bits + (0x3FF0000000000000 - 0x3FE6A09E667F3BCD)) >>> 52) - 1023;
            n = new(Unsafe.BitCast<double, T>(exponent));
            return new(Unsafe.BitCast<long, T>(bits - (exponent << 52)));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Exp(Scalar<T> x) => Elementary.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> ExpM1(Scalar<T> x) => Elementary.ExpM1(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> ExpM1(Scalar<T> x, out Scalar<T> exponential) => Elementary.ExpM1(x, out exponential);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Log(Scalar<T> x) => Elementary.Log(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Log1P(Scalar<T> x) => Elementary.Log1P(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> TimesLogOfRatio(Scalar<T> factor, Scalar<T> x, Scalar<T> y, out Scalar<T> log) =>
        LogarithmOfRatio.Times(factor, x, y, out log);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Tanh(Scalar<T> x) => Elementary.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Sigmoid(Scalar<T> x) => Logistic.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Softplus(Scalar<T> x, out Scalar<T> sigmoid) => Logistic.Softplus(x, out sigmoid);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Probabilities(Scalar<T> x, out Scalar<T> sigmoid, out Scalar<T> complement) =>
        Logistic.Probabilities(x, out sigmoid, out complement);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Pow(Scalar<T> x, Scalar<T> y) => new(PowCall(x.Number, y.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> LogGamma(Scalar<T> x) => new(LogGammaCall(x.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Digamma(Scalar<T> x) => new(DigammaCall(x.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Trigamma(Scalar<T> x) => new(TrigammaCall(x.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Bell(Scalar<T> x) => Elementary.ExpOfNegativeSquare(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Erf(Scalar<T> x) => new(ErfCall(x.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Erfc(Scalar<T> x) => new(ErfcCall(x.Number));

    // Long functions are calls, as in the wide lanes.

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T PowCall(T x, T y) => Elementary.Pow(new Scalar<T>(x), new Scalar<T>(y)).Number;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T LogGammaCall(T x) => GammaFunctions.LogGamma(new Scalar<T>(x)).Number;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T DigammaCall(T x) => GammaFunctions.Digamma(new Scalar<T>(x)).Number;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T TrigammaCall(T x) => GammaFunctions.Trigamma(new Scalar<T>(x)).Number;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T ErfCall(T x) => ErrorFunctions.Erf(new Scalar<T>(x)).Number;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T ErfcCall(T x) => ErrorFunctions.Erfc(new Scalar<T>(x)).Number;

    /// <summary>2ⁿ for n in the range of normal exponents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scalar<T> PowerOfTwo(Scalar<T> n) => new(
        typeof(T) == typeof(float)
            ? Unsafe.BitCast<int, T>(((int)Unsafe.BitCast<T, float>(n.Number) + 127) << 23)
            : Unsafe.BitCast<long, T>(((long)Unsafe.BitCast<T, double>(n.Number) + 1023) << 52));
}
