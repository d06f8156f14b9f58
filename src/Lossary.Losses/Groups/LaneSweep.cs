using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Work on a run of elements, lane by lane.</summary>
internal interface ILaneSweep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Does the elements of a range, whose length the lane divides.</summary>
    void Run<TLane>(int start, int end)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>;
}

/// <summary>Runs a sweep in the widest lane that the machine has, and what is left over number by number.</summary>
internal static class LaneSweep
{
    /// <summary>Does elements 0 … count − 1.</summary>
    public static void Run<TSweep, T>(TSweep sweep, int count)
        where TSweep : struct, ILaneSweep<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int whole = 0;
        if (Wide512<T>.IsAccelerated)
        {
            whole = count - (count % Wide512<T>.Width);
            HotLoop.Run(new Loop<TSweep, Wide512<T>, T>(sweep, 0, whole));
        }
        else if (Wide256<T>.IsAccelerated)
        {
            whole = count - (count % Wide256<T>.Width);
            HotLoop.Run(new Loop<TSweep, Wide256<T>, T>(sweep, 0, whole));
        }

        if (whole < count)
        {
            HotLoop.Run(new Loop<TSweep, Scalar<T>, T>(sweep, whole, count));
        }
    }

    private readonly ref struct Loop<TSweep, TLane, T>(TSweep sweep, int start, int end) : ILoop
        where TSweep : struct, ILaneSweep<T>, allows ref struct
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly TSweep _sweep = sweep;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            _sweep.Run<TLane>(start, end);
            return 0;
        }
    }
}
