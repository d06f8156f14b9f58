using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Cross entropy of rows of scores, a block of classes at a time.</summary>
/// <remarks>Each row is one thread's, and its blocks come in order: the same bits for any number of threads.</remarks>
internal static unsafe class ScoreRows
{
    /// <summary>About what one thread takes at a time.</summary>
    private const int ElementsOfRange = 1 << 15;

    /// <summary>Takes a block of classes into the totals.</summary>
    /// <param name="block">The scores.</param>
    /// <param name="targets">Whose scores to note.</param>
    /// <param name="totals">What has passed so far.</param>
    public static void Take<T>(in ScoreBlock<T> block, ScoreTargets targets, in ScoreTotals totals)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Share(block, new TakeJob<T>(block, targets, totals));

    /// <summary>
    /// Overwrites a block of scores by the gradient with respect to them, or adds it to another memory.
    /// </summary>
    /// <param name="block">The scores.</param>
    /// <param name="upstream">The gradient of each row's loss.</param>
    /// <param name="targets">What classes count.</param>
    /// <param name="totals">Of all classes.</param>
    public static void Differentiate<T>(
        in ScoreBlock<T> block, ReadOnlySpan<T> upstream, ScoreTargets targets, in ScoreTotals totals)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* start = upstream)
        {
            Share(block, new DifferentiateJob<T>(block, start, targets, totals));
        }
    }

    private static void Share<T, TJob>(in ScoreBlock<T> block, TJob job)
        where T : unmanaged
        where TJob : struct, IRangeJob =>
        WorkerPool.Shared.RunRanges(block.Rows, Math.Max(1, ElementsOfRange / Math.Max(1, block.Columns)), job);

    private readonly struct TakeJob<T>(ScoreBlock<T> block, ScoreTargets targets, ScoreTotals totals) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            bool isSmoothed = targets.IsSmoothed;
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new ScoreSums<Wide512<T>, T>(block, totals, start, count, isSmoothed));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new ScoreSums<Wide256<T>, T>(block, totals, start, count, isSmoothed));
            }
            else
            {
                HotLoop.Run(new ScoreSums<Scalar<T>, T>(block, totals, start, count, isSmoothed));
            }

            for (int row = start; row < start + count; row++)
            {
                Merge(row);
            }
        }

        private void Merge(int row)
        {
            double before = totals.Largest[row], here = totals.BlockLargest[row], now = Math.Max(before, here);
            totals.Total[row] = (totals.Total[row] * Math.Exp(before - now))
                + (totals.BlockTotal[row] * Math.Exp(here - now));
            totals.Largest[row] = now;
            totals.LogTotal[row] = now + Math.Log(totals.Total[row]);
            int at = targets.Classes[row] - block.First;
            if (at >= 0 && at < block.Columns)
            {
                totals.OfTarget[row] = double.CreateTruncating(block.Scores[((nint)row * block.Columns) + at]);
            }
        }
    }

    private readonly struct DifferentiateJob<T>(
        ScoreBlock<T> block, T* upstream, ScoreTargets targets, ScoreTotals totals)
        : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            for (int row = start; row < start + count; row++)
            {
                double slope = targets.Classes[row] < 0 ? 0 : double.CreateTruncating(upstream[row]);
                T* to = block.Result + ((nint)row * block.Columns);
                if (slope == 0)
                {
                    // What does not count has no gradient, whatever its scores are.
                    if (!block.Accumulate)
                    {
                        new Span<T>(to, block.Columns).Clear();
                    }

                    continue;
                }

                Differentiate(row, slope);
                int at = targets.Classes[row] - block.First;
                if (at >= 0 && at < block.Columns)
                {
                    to[at] -= T.CreateTruncating(slope * targets.OfTarget[row]);
                }
            }
        }

        private void Differentiate(int row, double slope)
        {
            double largest = totals.Largest[row], shift = slope * targets.OfAll[row];
            double scale = slope * targets.ScaleOf(row, totals.LogTotal[row]) / totals.Total[row];
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new ScoreSlopes<Wide512<T>, T>(block, row, largest, scale, shift));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new ScoreSlopes<Wide256<T>, T>(block, row, largest, scale, shift));
            }
            else
            {
                HotLoop.Run(new ScoreSlopes<Scalar<T>, T>(block, row, largest, scale, shift));
            }
        }
    }
}
