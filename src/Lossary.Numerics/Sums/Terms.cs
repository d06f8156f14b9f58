using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lossary.Numerics;

/// <summary>The numbers themselves.</summary>
internal readonly ref struct Numbers<T>(ReadOnlySpan<T> values) : ITerms
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _values = values;

    public static bool AreNarrow => typeof(T) == typeof(float);

    public int Count => _values.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> At(int index, out Vector256<double> lost)
    {
        lost = default;
        return Widened.Four(_values, index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Single(int index, out double lost)
    {
        lost = 0;
        return Widened.One(_values, index);
    }
}

/// <summary>Products of two numbers each; of floats they are exact, of doubles the rounding error is carried.</summary>
internal readonly ref struct Products<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second) : ITerms
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _first = first;
    private readonly ReadOnlySpan<T> _second = second;

    public static bool AreNarrow => typeof(T) == typeof(float);

    public int Count => _first.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> At(int index, out Vector256<double> lost)
    {
        Vector256<double> x = Widened.Four(_first, index), y = Widened.Four(_second, index);
        Vector256<double> product = x * y;
        lost = AreNarrow ? default : Vector256.FusedMultiplyAdd(x, y, -product);
        return product;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Single(int index, out double lost)
    {
        double x = Widened.One(_first, index), y = Widened.One(_second, index);
        lost = AreNarrow ? 0 : Math.FusedMultiplyAdd(x, y, -(x * y));
        return x * y;
    }
}

/// <summary>Distances from a centre, or their squares.</summary>
internal readonly ref struct Deviations<T>(ReadOnlySpan<T> values, double centre, bool squared) : ITerms
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _values = values;
    private readonly double _centre = centre;
    private readonly bool _squared = squared;

    public static bool AreNarrow => false;

    public int Count => _values.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> At(int index, out Vector256<double> lost)
    {
        lost = default;
        Vector256<double> deviation = Widened.Four(_values, index) - Vector256.Create(_centre);
        return _squared ? deviation * deviation : deviation;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Single(int index, out double lost)
    {
        lost = 0;
        double deviation = Widened.One(_values, index) - _centre;
        return _squared ? deviation * deviation : deviation;
    }
}

/// <summary>Floats and doubles read as doubles.</summary>
internal static class Widened
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Four<T>(ReadOnlySpan<T> values, int index) where T : unmanaged
    {
        ReadOnlySpan<T> four = values.Slice(index, 4);
        if (typeof(T) == typeof(float))
        {
            Vector128<float> singles = Vector128.Create(MemoryMarshal.Cast<T, float>(four));
            return Vector256.WidenLower(singles.ToVector256Unsafe());
        }

        return Vector256.Create(MemoryMarshal.Cast<T, double>(four));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double One<T>(ReadOnlySpan<T> values, int index) where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(values[index]) : Unsafe.BitCast<T, double>(values[index]);
}
