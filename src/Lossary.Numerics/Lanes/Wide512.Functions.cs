using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lossary.Numerics;

/// <content>What the elementary functions are made of, and the functions.</content>
public partial struct Wide512<T>
{
    // The largest step (ulp 1) of each format: adding it leaves an integer in the low bits of the significand.
    private const float SingleShift = 12582912f;
    private const double DoubleShift = 6755399441055744;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> FusedMultiplyAdd(Wide512<T> x, Wide512<T> y, Wide512<T> z)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? Vector512.FusedMultiplyAdd(x.Numbers.AsSingle(), y.Numbers.AsSingle(), z.Numbers.AsSingle())
                .As<float, T>()
            : Vector512.FusedMultiplyAdd(x.Numbers.AsDouble(), y.Numbers.AsDouble(), z.Numbers.AsDouble())
                .As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> FusedMultiplyAdd(Wide512<T> x, Wide512<T> y, double constant)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? Vector512.FusedMultiplyAdd(x.Numbers.AsSingle(), y.Numbers.AsSingle(), Vector512.Create((float)constant))
                .As<float, T>()
            : Vector512.FusedMultiplyAdd(x.Numbers.AsDouble(), y.Numbers.AsDouble(), Vector512.Create(constant))
                .As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Round(Wide512<T> x)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? Vector512.Round(x.Numbers.AsSingle()).As<float, T>()
            : Vector512.Round(x.Numbers.AsDouble()).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> ScaleByPowerOfTwo(Wide512<T> x, Wide512<T> n)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<T> scaled = typeof(T) == typeof(float)
                ? Avx512F.Scale(x.Numbers.AsSingle(), n.Numbers.AsSingle()).As<float, T>()
                : Avx512F.Scale(x.Numbers.AsDouble(), n.Numbers.AsDouble()).As<double, T>();
            return new() { Numbers = scaled };
        }

        // In two steps, so that neither factor leaves the normal numbers: only the last product rounds.
        Wide512<T> half = Round(0.5 * n);
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> SplitExponent(Wide512<T> x, out Wide512<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<int> bits = x.Numbers.AsInt32();
            Vector512<int> exponent = ((bits + Vector512.Create(0x3F800000 - 0x3F3504F3)) >>> 23)
                - Vector512.Create(127);
            n = new() { Numbers = Vector512.ConvertToSingle(exponent).As<float, T>() };
            return new() { Numbers = (bits - (exponent << 23)).As<int, T>() };
        }
        else
        {
            Vector512<long> bits = x.Numbers.AsInt64();
            Vector512<long> exponent =
                ((bits + Vector512.Create(0x3FF0000000000000 - 0x3FE6A09E667F3BCD)) >>> 52) - Vector512.Create(1023L);
            Vector512<double> shifted = (exponent + Vector512.Create(DoubleShift).AsInt64()).AsDouble();
            n = new() { Numbers = (shifted - Vector512.Create(DoubleShift)).As<double, T>() };
            return new() { Numbers = (bits - (exponent << 52)).As<long, T>() };
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Exp(Wide512<T> x) => Elementary.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> ExpM1(Wide512<T> x) => Elementary.ExpM1(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> ExpM1(Wide512<T> x, out Wide512<T> exponential) => Elementary.ExpM1(x, out exponential);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Log(Wide512<T> x) => Elementary.Log(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Log1P(Wide512<T> x) => Elementary.Log1P(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> TimesLogOfRatio(Wide512<T> factor, Wide512<T> x, Wide512<T> y, out Wide512<T> log) =>
        LogarithmOfRatio.Times(factor, x, y, out log);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Tanh(Wide512<T> x) => Elementary.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Sigmoid(Wide512<T> x) => Logistic.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Softplus(Wide512<T> x, out Wide512<T> sigmoid) => Logistic.Softplus(x, out sigmoid);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Probabilities(Wide512<T> x, out Wide512<T> sigmoid, out Wide512<T> complement) =>
        Logistic.Probabilities(x, out sigmoid, out complement);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Pow(Wide512<T> x, Wide512<T> y) => new() { Numbers = PowCall(x.Numbers, y.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> LogGamma(Wide512<T> x) => new() { Numbers = LogGammaCall(x.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Digamma(Wide512<T> x) => new() { Numbers = DigammaCall(x.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Trigamma(Wide512<T> x) => new() { Numbers = TrigammaCall(x.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Bell(Wide512<T> x) => Elementary.ExpOfNegativeSquare(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Erf(Wide512<T> x) => new() { Numbers = ErfCall(x.Numbers) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Erfc(Wide512<T> x) => new() { Numbers = ErfcCall(x.Numbers) };

    // Long functions are calls: the JIT keeps at most 1024 locals in registers, a fused loop over duals has several for
    // each operation, and past that all of them live in memory (focal loss: 8 times slower). They take the bare vector,
    // because a struct around it is copied in pieces, which the processor then cannot forward to one whole load.

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> PowCall(Vector512<T> x, Vector512<T> y) =>
        Elementary.Pow(new Wide512<T> { Numbers = x }, new() { Numbers = y }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> LogGammaCall(Vector512<T> x) =>
        GammaFunctions.LogGamma(new Wide512<T> { Numbers = x }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> DigammaCall(Vector512<T> x) =>
        GammaFunctions.Digamma(new Wide512<T> { Numbers = x }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> TrigammaCall(Vector512<T> x) =>
        GammaFunctions.Trigamma(new Wide512<T> { Numbers = x }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> ErfCall(Vector512<T> x) =>
        ErrorFunctions.Erf(new Wide512<T> { Numbers = x }).Numbers;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> ErfcCall(Vector512<T> x) =>
        ErrorFunctions.Erfc(new Wide512<T> { Numbers = x }).Numbers;

    /// <summary>2ⁿ for n in the range of normal exponents: the integer lands in the exponent field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide512<T> PowerOfTwo(Wide512<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<float> shifted = n.Numbers.AsSingle() + Vector512.Create(SingleShift + 127);
            return new() { Numbers = (shifted.AsInt32() << 23).As<int, T>() };
        }

        Vector512<double> moved = n.Numbers.AsDouble() + Vector512.Create(DoubleShift + 1023);
        return new() { Numbers = (moved.AsInt64() << 52).As<long, T>() };
    }
}
