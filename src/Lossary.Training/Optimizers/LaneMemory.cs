using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Whole lanes, and the part of one at the end, from and to pinned memory.</summary>
internal static unsafe class LaneMemory
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Read<TLane, T>(T* from, nint at, int count)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged => count == TLane.Width
            ? TLane.Load(in *from, at)
            : TLane.LoadFirst(in *from, at, count, default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TLane, T>(TLane lane, T* to, nint at, int count)
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
