using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lossary.Numerics;

/// <content>What the elementary functions are made of, and the functions.</content>
public partial struct Wide256<T>
{
    // The largest step (ulp 1) of each format: adding it leaves an integer in the low bits of the significand.
    private const float SingleShift = 12582912f;
    private const double DoubleShift = 6755399441055744;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> FusedMultiplyAdd(Wide256<T> x, Wide256<T> y, Wide256<T> z)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? Vector256.FusedMultiplyAdd(x.Numbers.AsSingle(), y.Numbers.AsSingle(), z.Numbers.AsSingle())
                .As<float, T>()
            : Vector256.FusedMultiplyAdd(x.Numbers.AsDouble(), y.Numbers.AsDouble(), z.Numbers.AsDouble())
                .As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> FusedMultiplyAdd(Wide256<T> x, Wide256<T> y, double constant)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? Vector256.FusedMultiplyAdd(x.Numbers.AsSingle(), y.Numbers.AsSingle(), Vector256.Create((float)constant))
                .As<float, T>()
            : Vector256.FusedMultiplyAdd(x.Numbers.AsDouble(), y.Numbers.AsDouble(), Vector256.Create(constant))
                .As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Round(Wide256<T> x)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? Vector256.Round(x.Numbers.AsSingle()).As<float, T>()
            : Vector256.Round(x.Numbers.AsDouble()).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> ScaleByPowerOfTwo(Wide256<T> x, Wide256<T> n)
    {
        // In two steps, so that neither factor leaves the normal numbers: only the last product rounds.
        Wide256<T> half = Round(0.5 * n);
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> SplitExponent(Wide256<T> x, out Wide256<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<int> bits = x.Numbers.AsInt32();
            Vector256<int> exponent = ((bits + Vector256.Create(0x3F800000 - 0x3F3504F3)) >>> 23)
                - Vector256.Create(127);
            n = new() { Numbers = Vector256.ConvertToSingle(exponent).As<float, T>() };
            return new() { Numbers = (bits - (exponent << 23)).As<int, T>() };
        }
        else
        {
            Vector256<long> bits = x.Numbers.AsInt64();
            Vector256<long> exponent =
                ((bits + Vector256.Create(0x3FF0000000000000 - 0x3FE6A09E667F3BCD)) >>> 52) - Vector256.Create(1023L);
            Vector256<double> shifted = (exponent + Vector256.Create(DoubleShift).AsInt64()).AsDouble();
            n = new() { Numbers = (shifted - Vector256.Create(DoubleShift)).As<double, T>() };
            return new() { Numbers = (bits - (exponent << 52)).As<long, T>() };
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Exp(Wide256<T> x) => Elementary.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> ExpM1(Wide256<T> x) => Elementary.ExpM1(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> ExpM1(Wide256<T> x, out Wide256<T> exponential) => Elementary.ExpM1(x, out exponential);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Log(Wide256<T> x) => Elementary.Log(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Log1P(Wide256<T> x) => Elementary.Log1P(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> TimesLogOfRatio(Wide256<T> factor, Wide256<T> x, Wide256<T> y, out Wide256<T> log) =>
        LogarithmOfRatio.Times(factor, x, y, out log);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Tanh(Wide256<T> x) => Elementary.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Sigmoid(Wide256<T> x) => Logistic.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Softplus(Wide256<T> x, out Wide256<T> sigmoid) => Logistic.Softplus(x, out sigmoid);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Probabilities(Wide256<T> x, out Wide256<T> sigmoid, out Wide256<T> complement) =>
        Logistic.Probabilities(x, out sigmoid, out complement);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Pow(Wide256<T> x, Wide256<T> y) => new() { Numbers = PowCall(x.Numbers, y.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> LogGamma(Wide256<T> x) => new() { Numbers = LogGammaCall(x.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Digamma(Wide256<T> x) => new() { Numbers = DigammaCall(x.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Trigamma(Wide256<T> x) => new() { Numbers = TrigammaCall(x.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Bell(Wide256<T> x) => Elementary.ExpOfNegativeSquare(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Erf(Wide256<T> x) => new() { Numbers = ErfCall(x.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Erfc(Wide256<T> x) => new() { Numbers = ErfcCall(x.Numbers) };

    // Long functions are calls: the JIT keeps at most 1024 locals in registers, a fused loop over duals has several for
    // each operation, and past that all of them live in memory (focal loss: 8 times slower). They take the bare vector,
    // because a struct around it is copied in pieces, which the processor then cannot forward to one whole load.

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<T> PowCall(Vector256<T> x, Vector256<T> y) =>
        Elementary.Pow(new Wide256<T> { Numbers = x }, new() { Numbers = y }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<T> LogGammaCall(Vector256<T> x) =>
        GammaFunctions.LogGamma(new Wide256<T> { Numbers = x }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<T> DigammaCall(Vector256<T> x) =>
        GammaFunctions.Digamma(new Wide256<T> { Numbers = x }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<T> TrigammaCall(Vector256<T> x) =>
        GammaFunctions.Trigamma(new Wide256<T> { Numbers = x }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<T> ErfCall(Vector256<T> x) =>
        ErrorFunctions.Erf(new Wide256<T> { Numbers = x }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<T> ErfcCall(Vector256<T> x) =>
        ErrorFunctions.Erfc(new Wide256<T> { Numbers = x }).Numbers;

    /// <summary>2ⁿ for n in the range of normal exponents: the integer lands in the exponent field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide256<T> PowerOfTwo(Wide256<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<float> shifted = n.Numbers.AsSingle() + Vector256.Create(SingleShift + 127);
            return new() { Numbers = (shifted.AsInt32() << 23).As<int, T>() };
        }

        Vector256<double> moved = n.Numbers.AsDouble() + Vector256.Create(DoubleShift + 1023);
        return new() { Numbers = (moved.AsInt64() << 52).As<long, T>() };
    }
}
