using System.Runtime.CompilerServices;

namespace Lossary.Benchmarks;

/// <summary>Memory for measured loops, each piece at a place of its own within a page.</summary>
/// <remarks>
/// Two arrays whose addresses differ by a multiple of 4 KiB make the processor hold a load back until an unrelated
/// store is done: arrays of 4,096 floats, allocated one after the other, would measure that.
/// </remarks>
internal static class OffsetMemory
{
    private const int PageBytes = 4096;
    private const int StepBytes = 9 * 64;

    /// <summary>Zeros that never move.</summary>
    /// <param name="length">How many elements.</param>
    /// <param name="place">0 to 6: pieces that are used together take different places.</param>
    public static unsafe Memory<T> Of<T>(int length, int place) where T : unmanaged
    {
        int slack = 2 * PageBytes / sizeof(T);
        T[] array = GC.AllocateArray<T>(length + slack, pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref array[0]);
        nuint page = (start + PageBytes - 1) / PageBytes * PageBytes;
        nuint wanted = page + (nuint)(place * StepBytes);
        return array.AsMemory((int)((wanted - start) / (nuint)sizeof(T)), length);
    }
}
