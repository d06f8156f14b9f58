using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Losses and gradient where each row has one target class and f only of its log-probability.</summary>
internal static class LogProbabilityKernel
{
    /// <summary>Returns the sum of the weighted losses; writes what the rows name.</summary>
    public static unsafe double Sweep<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, ILogProbabilityLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        rows.Targets == null || TLoss.SmoothingOf(loss) > 0 ? ClassTermKernel.Sweep(loss, rows)
        : Wide512<T>.IsAccelerated ? Sweep<TLoss, Wide512<T>, T>(loss, rows)
        : Wide256<T>.IsAccelerated ? Sweep<TLoss, Wide256<T>, T>(loss, rows)
        : Sweep<TLoss, Scalar<T>, T>(loss, rows);

    /// <summary>The sweep in a given lane.</summary>
    /// <remarks>
    /// As many rows as stay in the first-level cache go through exp, then their logarithms and f in one lane, then the
    /// scaling: so f may be costly, and a row of 32,000 classes is still read from the cache.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static unsafe double Sweep<TLoss, TLane, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, ILogProbabilityLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
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
            Gather(block, scratch);
            if (!TLoss.TakesLogProbabilities)
            {
                Exponentials<TLane, T>(block, scratch);
            }

            sum += HotLoop.Run(new TargetFormula<TLoss, TLane, T>(loss, scratch, block.Count, rows.Scale));
            if (block.Values != null)
            {
                new ReadOnlySpan<T>(scratch.Values, block.Count).CopyTo(new Span<T>(block.Values, block.Count));
            }

            if (block.Gradient == null)
            {
                continue;
            }

            if (TLoss.TakesLogProbabilities)
            {
                Scatter(block, scratch);
            }
            else
            {
                Gradient<TLane, T>(block, scratch);
            }
        }

        return sum;
    }

    /// <summary>
    /// Takes targets, their scores and weights out of the rows, before a gradient may be written over the scores.
    /// </summary>
    private static unsafe void Gather<T>(in ClassRows<T> rows, RowScratch<T> scratch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // To the end of the widest lane: its empty slots are rows that are out.
        const int Widest = 16;
        int slots = (rows.Count + Widest - 1) & ~(Widest - 1);
        for (int k = 0; k < slots; k++)
        {
            T weight = T.Zero;
            int target = -1;
            bool counts = k < rows.Count && rows.TryWeigh(k, out weight, out target);
            scratch.Targets[k] = target;
            scratch.Scores[k] = counts ? rows.Scores[((nint)k * rows.Classes) + target] : T.Zero;
            scratch.Weights[k] = counts ? weight : T.Zero;
        }
    }

    private static unsafe void Exponentials<TLane, T>(in ClassRows<T> rows, RowScratch<T> scratch)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (rows.Classes <= RowScratch<T>.NarrowClasses)
        {
            Transposition.Run(
                rows.Scores, rows.Classes, rows.Count, rows.Classes, scratch.Columns, RowScratch<T>.Rows);
            HotLoop.Run(new NarrowExponentials<TLane, T>(scratch, rows.Count, rows.Classes));
            for (int k = 0; k < rows.Count; k++)
            {
                scratch.Exponentials[k] = scratch.Columns[(int.Max(scratch.Targets[k], 0) * RowScratch<T>.Rows) + k];
            }
        }
        else if (rows.Gradient == null)
        {
            HotLoop.Run(new ExponentialRows<TLane, T, DropsExponentials>(
                ref *rows.Scores, ref *rows.Scores, rows.Count, rows.Classes, ref *scratch.Largest, ref *scratch.Sums));
        }
        else
        {
            HotLoop.Run(new ExponentialRows<TLane, T, KeepsExponentials>(
                ref *rows.Scores, ref *rows.Gradient, rows.Count, rows.Classes, ref *scratch.Largest,
                ref *scratch.Sums));
            for (int k = 0; k < rows.Count; k++)
            {
                scratch.Exponentials[k] = rows.Gradient[((nint)k * rows.Classes) + int.Max(scratch.Targets[k], 0)];
            }
        }
    }

    private static unsafe void Gradient<TLane, T>(in ClassRows<T> rows, RowScratch<T> scratch)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (rows.Classes > RowScratch<T>.NarrowClasses)
        {
            HotLoop.Run(new ClassGradientRows<TLane, T>(
                ref *rows.Gradient, ref *scratch.Targets, rows.Count, rows.Classes, ref *scratch.Sums,
                ref *scratch.Largest));
            return;
        }

        HotLoop.Run(new NarrowGradient<TLane, T>(scratch, rows.Count, rows.Classes));
        Transposition.Run(
            scratch.Columns, RowScratch<T>.Rows, rows.Classes, rows.Count, rows.Gradient, rows.Classes);
        for (int k = 0; k < rows.Count; k++)
        {
            T* row = rows.Gradient + ((nint)k * rows.Classes);
            if (scratch.Targets[k] >= 0)
            {
                row[scratch.Targets[k]] = scratch.Largest[k];
            }
            else
            {
                new Span<T>(row, rows.Classes).Clear();
            }
        }
    }

    /// <summary>The gradient where the scores are log-probabilities: nothing but the slope at the target.</summary>
    private static unsafe void Scatter<T>(in ClassRows<T> rows, RowScratch<T> scratch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        new Span<T>(rows.Gradient, rows.Count * rows.Classes).Clear();
        for (int k = 0; k < rows.Count; k++)
        {
            if (scratch.Targets[k] >= 0)
            {
                rows.Gradient[((nint)k * rows.Classes) + scratch.Targets[k]] = scratch.Largest[k];
            }
        }
    }
}
