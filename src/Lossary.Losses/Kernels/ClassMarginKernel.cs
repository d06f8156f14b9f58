using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Losses and gradient where a row's loss is made of differences between the scores of the others and the target's.
/// </summary>
internal static class ClassMarginKernel
{
    /// <summary>Returns the sum of the weighted losses; writes what the rows name.</summary>
    public static double Sweep<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassMarginLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Wide512<T>.IsAccelerated ? Sweep<TLoss, Wide512<T>, T>(loss, rows)
        : Wide256<T>.IsAccelerated ? Sweep<TLoss, Wide256<T>, T>(loss, rows)
        : Sweep<TLoss, Scalar<T>, T>(loss, rows);

    /// <summary>The sweep in a given lane.</summary>
    internal static unsafe double Sweep<TLoss, TLane, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassMarginLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T* ramp = stackalloc T[16];
        for (int i = 0; i < 16; i++)
        {
            ramp[i] = T.CreateTruncating(i);
        }

        return TLoss.Combination == ClassCombination.Worst
            ? HotLoop.Run(new WorstRivalSweep<TLoss, T>(loss, rows))
            : HotLoop.Run(new RivalsSweep<TLoss, TLane, T>(loss, rows, ramp));
    }
}
