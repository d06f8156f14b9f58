using System.Buffers;
using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Losses and gradient where a row's loss is a sum over the boundaries between ordered classes.</summary>
internal static class OrdinalKernel
{
    /// <summary>Up to so many classes a row's numbers lie on the stack.</summary>
    private const int ClassesOnStack = 128;

    /// <summary>Returns the sum of the weighted losses; writes what the rows name.</summary>
    public static double Sweep<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IOrdinalLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Wide512<T>.IsAccelerated ? Sweep<TLoss, Wide512<T>, T>(loss, rows)
        : Wide256<T>.IsAccelerated ? Sweep<TLoss, Wide256<T>, T>(loss, rows)
        : Sweep<TLoss, Scalar<T>, T>(loss, rows);

    /// <summary>The sweep in a given lane.</summary>
    internal static unsafe double Sweep<TLoss, TLane, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IOrdinalLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = OrdinalRow<T>.LengthOf(rows.Classes);
        if (rows.Classes <= ClassesOnStack)
        {
            T* memory = stackalloc T[length];
            return HotLoop.Run(new OrdinalSweep<TLoss, TLane, T>(loss, rows, new(memory, rows.Classes)));
        }

        T[] rented = ArrayPool<T>.Shared.Rent(length);
        fixed (T* memory = rented)
        {
            double sum = HotLoop.Run(new OrdinalSweep<TLoss, TLane, T>(loss, rows, new(memory, rows.Classes)));
            ArrayPool<T>.Shared.Return(rented);
            return sum;
        }
    }
}
