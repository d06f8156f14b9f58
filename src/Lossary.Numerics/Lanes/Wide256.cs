using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lossary.Numerics;

/// <summary>256 bits of numbers, moved through a formula together.</summary>
public partial struct Wide256<T> : IMemoryLane<Wide256<T>, T>
    where T : unmanaged
{
    /// <summary>The slots.</summary>
    public Vector256<T> Numbers;

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    /// <inheritdoc/>
    public static bool IsAccelerated
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.IsHardwareAccelerated;
    }

    /// <inheritdoc/>
    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Constant(double value)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? Vector256.Create((float)value).As<float, T>()
            : Vector256.Create(value).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Wide256<T>(double value)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? Vector256.Create((float)value).As<float, T>()
            : Vector256.Create(value).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Wide256<T>(Parameter parameter)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? Vector256.Create(parameter.Narrow).As<float, T>()
            : Vector256.Create(parameter.Value).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Spread(T number) => new() { Numbers = Vector256.Create(number) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Load(ref readonly T source, nint offset)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.LoadUnsafe(in source, (nuint)offset);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> LoadFlags(ref readonly bool source, nint offset)
    {
        ref byte at = ref Unsafe.As<bool, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in source), offset));
        if (typeof(T) == typeof(float))
        {
            Vector128<byte> flags = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref at)).AsByte();
            Vector256<uint> words = Vector256.WidenLower(Vector128.WidenLower(flags).ToVector256());
            return new() { Numbers = Vector256.ConvertToSingle(words.AsInt32()).As<float, T>() };
        }

        Vector128<byte> bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(ref at)).AsByte();
        Vector128<uint> whole = Vector128.WidenLower(Vector128.WidenLower(bytes));
        return new()
        {
            Numbers = Vector256.ConvertToDouble(Vector256.WidenLower(whole.ToVector256()).AsInt64()).As<double, T>(),
        };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Wide256<T> LoadFirst(ref readonly T source, nint offset, int count, Wide256<T> fill)
    {
        T* at = (T*)Unsafe.AsPointer(ref Unsafe.AsRef(in source)) + offset;
        if (!Avx.IsSupported)
        {
            return LoadSlots(at, count, fill);
        }

        Vector256<T> numbers;
        if (typeof(T) == typeof(float))
        {
            Vector256<float> mask = FirstSingles(count);
            numbers = Vector256.ConditionalSelect(mask, Avx.MaskLoad((float*)at, mask), fill.Numbers.AsSingle())
                .As<float, T>();
        }
        else
        {
            Vector256<double> mask = FirstDoubles(count);
            numbers = Vector256.ConditionalSelect(mask, Avx.MaskLoad((double*)at, mask), fill.Numbers.AsDouble())
                .As<double, T>();
        }

        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreFirst(Wide256<T> lane, ref T destination, nint offset, int count)
    {
        T* at = (T*)Unsafe.AsPointer(ref destination) + offset;
        if (!Avx.IsSupported)
        {
            StoreSlots(lane, at, count);
        }
        else if (typeof(T) == typeof(float))
        {
            Avx.MaskStore((float*)at, FirstSingles(count), lane.Numbers.AsSingle());
        }
        else
        {
            Avx.MaskStore((double*)at, FirstDoubles(count), lane.Numbers.AsDouble());
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide256<T> lane, ref T destination, nint offset) =>
        lane.Numbers.StoreUnsafe(ref destination, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreStreaming(Wide256<T> lane, ref T destination, nint offset) =>
        lane.Numbers.StoreAlignedNonTemporal((T*)Unsafe.AsPointer(ref Unsafe.Add(ref destination, offset)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Wide256<T> lane)
    {
        Vector128<T> half = lane.Numbers.GetLower() + lane.Numbers.GetUpper();
        if (typeof(T) == typeof(float))
        {
            Vector128<float> singles = half.AsSingle();
            singles += Vector128.Shuffle(singles, Vector128.Create(2, 3, 0, 1));
            singles += Vector128.Shuffle(singles, Vector128.Create(1, 0, 3, 2));
            return singles.As<float, T>().ToScalar();
        }

        Vector128<double> doubles = half.AsDouble();
        return (doubles + Vector128.Shuffle(doubles, Vector128.Create(1, 0))).As<double, T>().ToScalar();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumToDouble(Wide256<T> lane)
    {
        T sum = Sum(lane);
        return typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(sum) : Unsafe.BitCast<T, double>(sum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double SumOfFirst(Wide256<T> lane, int count)
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
    public static T Largest(Wide256<T> lane)
    {
        Vector128<T> half = Vector128.MaxNative(lane.Numbers.GetLower(), lane.Numbers.GetUpper());
        if (typeof(T) == typeof(float))
        {
            Vector128<float> singles = half.AsSingle();
            singles = Vector128.MaxNative(singles, Vector128.Shuffle(singles, Vector128.Create(2, 3, 0, 1)));
            singles = Vector128.MaxNative(singles, Vector128.Shuffle(singles, Vector128.Create(1, 0, 3, 2)));
            return singles.As<float, T>().ToScalar();
        }

        Vector128<double> doubles = half.AsDouble();
        return Vector128.MaxNative(doubles, Vector128.Shuffle(doubles, Vector128.Create(1, 0))).As<double, T>()
            .ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> FirstSingles(int count) =>
        Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FirstDoubles(int count) =>
        Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).AsDouble();

    private static unsafe Wide256<T> LoadSlots(T* at, int count, Wide256<T> fill)
    {
        T* slots = stackalloc T[Width];
        fill.Numbers.Store(slots);
        for (int i = 0; i < count; i++)
        {
            slots[i] = at[i];
        }

        return new() { Numbers = Vector256.Load(slots) };
    }

    private static unsafe void StoreSlots(Wide256<T> lane, T* at, int count)
    {
        for (int i = 0; i < count; i++)
        {
            at[i] = lane.Numbers[i];
        }
    }
}
