using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lossary.Tensors;

/// <summary>
/// Managed memory that starts on a cache line and never moves, so that wide loads do not straddle lines.
/// </summary>
public static class AlignedMemory
{
    /// <summary>The size of a cache line, and of the widest register, in bytes.</summary>
    public const int Alignment = 64;

    /// <summary>Allocates zeroed memory for numbers.</summary>
    /// <param name="length">How many numbers; not negative.</param>
    public static ArraySegment<T> Allocate<T>(int length) where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        int slack = Alignment / Unsafe.SizeOf<T>();
        T[] array = GC.AllocateArray<T>(length + slack, pinned: true);
        return new ArraySegment<T>(array, FirstAligned(array), length);
    }

    /// <summary>The next length, in numbers, after which a new cache line begins.</summary>
    public static int RoundUp<T>(int length) where T : unmanaged
    {
        int line = Alignment / Unsafe.SizeOf<T>();
        return checked(length + line - 1) / line * line;
    }

    private static unsafe int FirstAligned<T>(T[] array) where T : unmanaged
    {
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        nuint misfit = address % Alignment;
        return misfit == 0 ? 0 : (int)(Alignment - misfit) / Unsafe.SizeOf<T>();
    }
}
