namespace Lossary.Numerics;

/// <summary>A real lane that can be read from and written to memory, so that a kernel can sweep with it.</summary>
/// <remarks>Offsets are not checked: kernels check lengths once, at their entry.</remarks>
public interface IMemoryLane<TSelf, T> : IRealLane<TSelf>
    where TSelf : struct, IMemoryLane<TSelf, T>
    where T : unmanaged
{
    /// <summary>How many elements one lane holds.</summary>
    static abstract int Width { get; }

    /// <summary>True where the machine runs this lane in hardware.</summary>
    static abstract bool IsAccelerated { get; }

    /// <summary>The same number in every slot.</summary>
    static abstract TSelf Spread(T number);

    /// <summary>The elements from <paramref name="offset"/> on.</summary>
    static abstract TSelf Load(ref readonly T source, nint offset);

    /// <summary>0 or 1 for each flag from <paramref name="offset"/> on.</summary>
    static abstract TSelf LoadFlags(ref readonly bool source, nint offset);

    /// <summary>
    /// The first <paramref name="count"/> elements from <paramref name="offset"/> on, then <paramref name="fill"/>.
    /// </summary>
    /// <remarks>The memory must be pinned.</remarks>
    static abstract TSelf LoadFirst(ref readonly T source, nint offset, int count, TSelf fill);

    /// <summary>Writes the first <paramref name="count"/> slots; the memory must be pinned.</summary>
    static abstract void StoreFirst(TSelf lane, ref T destination, nint offset, int count);

    /// <summary>Writes the lane from <paramref name="offset"/> on.</summary>
    static abstract void Store(TSelf lane, ref T destination, nint offset);

    /// <summary>Writes around the cache; the address must be aligned to the lane's size.</summary>
    static abstract void StoreStreaming(TSelf lane, ref T destination, nint offset);

    /// <summary>The sum over the slots.</summary>
    static abstract T Sum(TSelf lane);

    /// <summary>The sum over the slots, widened.</summary>
    static abstract double SumToDouble(TSelf lane);

    /// <summary>The sum over the first slots, widened.</summary>
    static abstract double SumOfFirst(TSelf lane, int count);

    /// <summary>The largest slot; NaN is not looked for.</summary>
    static abstract T Largest(TSelf lane);
}
