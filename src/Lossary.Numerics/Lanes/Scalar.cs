using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>One number: the reference that every SIMD lane must agree with, bit for bit.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly partial struct Scalar<T>(T number) : IMemoryLane<Scalar<T>, T>
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
    public static Scalar<T> Constant(double value) => new(
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value) : Unsafe.BitCast<double, T>(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Scalar<T>(double value) => Constant(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Scalar<T>(Parameter parameter) => new(
        typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(parameter.Narrow)
        : Unsafe.BitCast<double, T>(parameter.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Spread(T number) => new(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Load(ref readonly T source, nint offset) =>
        new(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

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
    public static double SumToDouble(Scalar<T> lane) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<T, float>(lane.Number)
        : Unsafe.BitCast<T, double>(lane.Number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumOfFirst(Scalar<T> lane, int count) => count == 0 ? 0 : SumToDouble(lane);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(Scalar<T> lane) => lane.Number;
}
