using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Whole lanes, or the few elements at the end of a row, in one expression; the memory must be pinned.
/// </summary>
internal static unsafe class Tail
{
    /// <summary>The elements from an offset on, as many as there are, then a number that does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Load<TLane, T>(T* from, nint at, int count, double fill)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged => count == TLane.Width
        ? TLane.Load(in *from, at)
        : TLane.LoadFirst(in *from, at, count, TLane.Constant(fill));

    /// <summary>Writes the first elements of a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLane, T>(TLane lane, T* to, nint at, int count)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        if (count == TLane.Width)
        {
            TLane.Store(lane, ref *to, at);
        }
        else
        {
            TLane.StoreFirst(lane, ref *to, at, count);
        }
    }
}
