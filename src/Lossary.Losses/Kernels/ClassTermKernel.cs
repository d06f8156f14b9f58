using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Losses and gradient where a row's loss is a sum over all its classes.</summary>
internal static class ClassTermKernel
{
    /// <summary>Returns the sum of the weighted losses; writes what the rows name.</summary>
    public static unsafe double Sweep<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassTermLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        rows.Targets == null
        ? Sweep<TLoss, T, SmoothedShares<T>>(loss, rows)
        : Sweep<TLoss, T, SmoothedIndex<T>>(loss, rows);

    private static double Sweep<TLoss, T, TShares>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassTermLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TShares : struct, IShares<T> =>
        Wide512<T>.IsAccelerated ? Sweep<TLoss, Wide512<T>, T, TShares>(loss, rows)
        : Wide256<T>.IsAccelerated ? Sweep<TLoss, Wide256<T>, T, TShares>(loss, rows)
        : Sweep<TLoss, Scalar<T>, T, TShares>(loss, rows);

    /// <summary>The sweep in a given lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static unsafe double Sweep<TLoss, TLane, T, TShares>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassTermLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TShares : struct, IShares<T>
    {
        T* memory = stackalloc T[RowScratch<T>.Length];
        int* targets = stackalloc int[RowScratch<T>.Rows];
        RowScratch<T> scratch = new(memory, targets);
        scratch.Prepare();
        int together = int.Clamp(8192 / rows.Classes, 1, RowScratch<T>.Rows);
        double sum = 0;
        for (int first = 0; first < rows.Count; first += together)
        {
            ClassRows<T> block = rows.Slice(first, int.Min(together, rows.Count - first));
            if (!TLoss.TakesLogProbabilities)
            {
                HotLoop.Run(new ExponentialRows<TLane, T, DropsExponentials>(
                    ref *block.Scores, ref *block.Scores, block.Count, block.Classes,
                    ref *scratch.Largest, ref *scratch.Sums));
            }

            HotLoop.Run(new ClassTermSweep<TLoss, TLane, T, TShares>(loss, block, scratch, rows.Scale));
            sum += Weigh(block, scratch);
        }

        return sum;
    }

    /// <summary>Weighs the rows' losses, writes them if wanted and adds them.</summary>
    private static unsafe double Weigh<T>(in ClassRows<T> rows, RowScratch<T> scratch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            T value = rows.Weight(row) * scratch.Values[row];
            sum += double.CreateTruncating(value);
            if (rows.Values != null)
            {
                rows.Values[row] = value;
            }
        }

        return sum;
    }
}
