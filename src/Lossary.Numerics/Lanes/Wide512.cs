using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lossary.Numerics;

/// <summary>512 bits of numbers, moved through a formula together.</summary>
public partial struct Wide512<T> : IMemoryLane<Wide512<T>, T>
    where T : unmanaged
{
    /// <summary>The slots.</summary>
    public Vector512<T> Numbers;

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    /// <inheritdoc/>
    public static bool IsAccelerated
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated;
    }

    /// <inheritdoc/>
    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Constant(double value)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? Vector512.Create((float)value).As<float, T>()
            : Vector512.Create(value).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Wide512<T>(double value)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? Vector512.Create((float)value).As<float, T>()
            : Vector512.Create(value).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Wide512<T>(Parameter parameter)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? Vector512.Create(parameter.Narrow).As<float, T>()
            : Vector512.Create(parameter.Value).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Spread(T number) => new() { Numbers = Vector512.Create(number) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Load(ref readonly T source, nint offset)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.LoadUnsafe(in source, (nuint)offset);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> LoadFlags(ref readonly bool source, nint offset)
    {
        ref byte at = ref Unsafe.As<bool, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in source), offset));
        if (typeof(T) == typeof(float))
        {
            Vector256<ushort> flags = Vector256.WidenLower(Vector128.LoadUnsafe(ref at).ToVector256());
            Vector512<uint> wide = Vector512.WidenLower(flags.ToVector512());
            return new() { Numbers = Vector512.ConvertToSingle(wide.AsInt32()).As<float, T>() };
        }

        Vector128<byte> bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref at)).AsByte();
        Vector256<uint> words = Vector256.WidenLower(Vector256.WidenLower(bytes.ToVector256()));
        Vector512<ulong> widest = Vector512.WidenLower(words.ToVector512());
        return new() { Numbers = Vector512.ConvertToDouble(widest.AsInt64()).As<double, T>() };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Wide512<T> LoadFirst(ref readonly T source, nint offset, int count, Wide512<T> fill)
    {
        T* at = (T*)Unsafe.AsPointer(ref Unsafe.AsRef(in source)) + offset;
        if (Avx512F.IsSupported)
        {
            Vector512<T> numbers = typeof(T) == typeof(float)
                ? Avx512F.MaskLoad((float*)at, FirstSingles(count), fill.Numbers.AsSingle()).As<float, T>()
                : Avx512F.MaskLoad((double*)at, FirstDoubles(count), fill.Numbers.AsDouble()).As<double, T>();
            return new() { Numbers = numbers };
        }

        return LoadSlots(at, count, fill);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreFirst(Wide512<T> lane, ref T destination, nint offset, int count)
    {
        T* at = (T*)Unsafe.AsPointer(ref destination) + offset;
        if (Avx512F.IsSupported)
        {
            if (typeof(T) == typeof(float))
            {
                Avx512F.MaskStore((float*)at, FirstSingles(count), lane.Numbers.AsSingle());
            }
            else
            {
                Avx512F.MaskStore((double*)at, FirstDoubles(count), lane.Numbers.AsDouble());
            }

            return;
        }

        StoreSlots(lane, at, count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide512<T> lane, ref T destination, nint offset) =>
        lane.Numbers.StoreUnsafe(ref destination, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreStreaming(Wide512<T> lane, ref T destination, nint offset) =>
        lane.Numbers.StoreAlignedNonTemporal((T*)Unsafe.AsPointer(ref Unsafe.Add(ref destination, offset)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Wide512<T> lane) =>
        Wide256<T>.Sum(new() { Numbers = lane.Numbers.GetLower() + lane.Numbers.GetUpper() });

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumToDouble(Wide512<T> lane)
    {
        T sum = Sum(lane);
        return typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(sum) : Unsafe.BitCast<T, double>(sum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double SumOfFirst(Wide512<T> lane, int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            T slot = lane.Numbers[i];
            sum += typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(slot) : Unsafe.BitCast<T, double>(slot);
        }

        return sum;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(Wide512<T> lane)
    {
        Vector256<T> half = Vector256.MaxNative(lane.Numbers.GetLower(), lane.Numbers.GetUpper());
        return Wide256<T>.Largest(new() { Numbers = half });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FirstSingles(int count) =>
        Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FirstDoubles(int count) =>
        Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).AsDouble();

    private static unsafe Wide512<T> LoadSlots(T* at, int count, Wide512<T> fill)
    {
        T* slots = stackalloc T[Width];
        fill.Numbers.Store(slots);
        for (int i = 0; i < count; i++)
        {
            slots[i] = at[i];
        }

        return new() { Numbers = Vector512.Load(slots) };
    }

    private static unsafe void StoreSlots(Wide512<T> lane, T* at, int count)
    {
        for (int i = 0; i < count; i++)
        {
            at[i] = lane.Numbers[i];
        }
    }
}
