using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>One number: the reference that every SIMD lane must agree with, bit for bit.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Scalar<T>(T number) : IMemoryLane<Scalar<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number.</summary>
    public readonly T Number = number;

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static bool IsAccelerated
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    /// <inheritdoc/>
    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Constant(double value) => new(T.CreateTruncating(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Scalar<T>(double value) => Constant(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Scalar<T>(Parameter parameter) => new(
        typeof(T) == typeof(float) ? (T)(object)parameter.Narrow : (T)(object)parameter.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Spread(T number) => new(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Load(ref readonly T source, nint offset) => new(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> LoadFlags(ref readonly bool source, nint offset) =>
        new(Unsafe.Add(ref Unsafe.AsRef(in source), offset) ? T.One : T.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> LoadFirst(ref readonly T source, nint offset, int count, Scalar<T> fill) =>
        count == 0 ? fill : Load(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Scalar<T> lane, ref T destination, nint offset, int count)
    {
        if (count > 0)
        {
            Store(lane, ref destination, offset);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Scalar<T> lane, ref T destination, nint offset) =>
        Unsafe.Add(ref destination, offset) = lane.Number;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStreaming(Scalar<T> lane, ref T destination, nint offset) =>
        Store(lane, ref destination, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Scalar<T> lane) => lane.Number;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumToDouble(Scalar<T> lane) => double.CreateTruncating(lane.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumOfFirst(Scalar<T> lane, int count) => count == 0 ? 0 : SumToDouble(lane);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(Scalar<T> lane) => lane.Number;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Abs(Scalar<T> x) => new(T.Abs(x.Number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Min(Scalar<T> x, Scalar<T> y) => new(x.Number < y.Number || T.IsNaN(x.Number) ? x.Number : y.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Max(Scalar<T> x, Scalar<T> y) => new(x.Number > y.Number || T.IsNaN(x.Number) ? x.Number : y.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> AtLeast(Scalar<T> x, Scalar<T> bound) => new(bound.Number > x.Number ? bound.Number : x.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> AtMost(Scalar<T> x, Scalar<T> bound) => new(bound.Number < x.Number ? bound.Number : x.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> WhereLess(Scalar<T> x, Scalar<T> y, Scalar<T> chosen, Scalar<T> otherwise) =>
        x.Number < y.Number ? chosen : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> WhereAtMost(Scalar<T> x, Scalar<T> y, Scalar<T> chosen, Scalar<T> otherwise) =>
        x.Number <= y.Number ? chosen : otherwise;

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
            int bits = BitConverter.SingleToInt32Bits((float)(object)x.Number);
            int exponent = ((bits + (0x3F800000 - 0x3F3504F3)) >>> 23) - 127;
            n = new((T)(object)(float)exponent);
            return new((T)(object)BitConverter.Int32BitsToSingle(bits - (exponent << 23)));
        }
        else
        {
            long bits = BitConverter.DoubleToInt64Bits((double)(object)x.Number);
            long exponent = ((bits + (0x3FF0000000000000 - 0x3FE6A09E667F3BCD)) >>> 52) - 1023;
            n = new((T)(object)(double)exponent);
            return new((T)(object)BitConverter.Int64BitsToDouble(bits - (exponent << 52)));
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
    public static Scalar<T> Log(Scalar<T> x) => Elementary.Log(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Log1P(Scalar<T> x) => Elementary.Log1P(x);

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
    public static Scalar<T> Pow(Scalar<T> x, Scalar<T> y) => Elementary.Pow(x, y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> LogGamma(Scalar<T> x) => GammaFunctions.LogGamma(x);

    /// <inheritdoc/>
    public static Scalar<T> Digamma(Scalar<T> x) => GammaFunctions.Digamma(x);

    /// <inheritdoc/>
    public static Scalar<T> Trigamma(Scalar<T> x) => GammaFunctions.Trigamma(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator +(Scalar<T> x, Scalar<T> y) => new(x.Number + y.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> x, Scalar<T> y) => new(x.Number - y.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator *(Scalar<T> x, Scalar<T> y) => new(x.Number * y.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator +(double number, Scalar<T> x) => Constant(number) + x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator -(double number, Scalar<T> x) => Constant(number) - x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator *(double number, Scalar<T> x) => Constant(number) * x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator /(double number, Scalar<T> x) => Constant(number) / x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator +(Scalar<T> x, double number) => x + Constant(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> x, double number) => x - Constant(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator *(Scalar<T> x, double number) => x * Constant(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator *(Parameter parameter, Scalar<T> x) => (Scalar<T>)parameter * x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator /(Scalar<T> x, Scalar<T> y) => new(x.Number / y.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> x) => new(-x.Number);

    /// <summary>2ⁿ for n in the range of normal exponents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scalar<T> PowerOfTwo(Scalar<T> n) => new(
        typeof(T) == typeof(float)
            ? (T)(object)BitConverter.Int32BitsToSingle((int.CreateTruncating(n.Number) + 127) << 23)
            : (T)(object)BitConverter.Int64BitsToDouble((long.CreateTruncating(n.Number) + 1023) << 52));
}
