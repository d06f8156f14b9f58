using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>From a batch of rows to the kernel: checks it, pins it, sweeps it in chunks of fixed size.</summary>
internal static class ClassEvaluation
{
    /// <summary>Scores in a chunk; the chunks' sums are added in order, so that threads cannot change a bit.</summary>
    private const int ChunkLength = 1 << 13;

    /// <summary>Scores from which on a second thread is worth waking: some tens of microseconds' work.</summary>
    private const int SharedLength = 1 << 15;

    /// <summary>The most chunks of a batch; a larger batch has larger chunks.</summary>
    private const int MostChunks = 256;

    /// <summary>The sum and its denominator; writes what the batch names.</summary>
    public static unsafe Totals Run<TLoss, T>(TLoss loss, in ClassBatch<T> batch)
        where TLoss : struct, IClassLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = ClassChecks.Shapes(batch);
        if (!batch.Shares.IsEmpty && !TLoss.TakesShares)
        {
            throw ClassChecks.Refusal("shares", $"This loss takes class numbers as targets, no shares.");
        }

        double denominator = ClassChecks.Denominator(batch, count);
        fixed (T* scores = batch.Scores, shares = batch.Shares, classWeights = batch.ClassWeights)
        fixed (T* weights = batch.Weights, values = batch.Values, gradient = batch.Gradient,
        curvature = batch.Curvature)
        fixed (int* targets = batch.Targets)
        fixed (bool* mask = batch.Mask)
        {
            ClassRows<T> rows = new()
            {
                Scores = scores,
                Targets = targets,
                Shares = shares,
                ClassWeights = classWeights,
                Weights = weights,
                Mask = mask,
                Values = values,
                Gradient = gradient,
                Curvature = curvature,
                Count = count,
                Classes = batch.Classes,
                IgnoredClass = batch.IgnoredClass,
                Scale = denominator == 0 ? 0 : 1 / denominator,
            };
            if (curvature != null)
            {
                // First: the gradient may be written over the scores.
                WorkerPool.Shared.RunRanges(
                    count, int.Max(1, ChunkLength / batch.Classes), new BendJob<TLoss, T>(loss, rows));
            }

            return new(InChunks(loss, rows), denominator);
        }
    }

    private static unsafe double InChunks<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int evenShare = (rows.Count + MostChunks - 1) / MostChunks;
        int chunk = (int.Max(ChunkLength / rows.Classes, evenShare) + RowScratch<T>.Rows) & ~(RowScratch<T>.Rows - 1);
        int chunks = (rows.Count + chunk - 1) / chunk;
        double* sums = stackalloc double[MostChunks];
        SweepJob<TLoss, T> job = new(loss, rows, chunk, sums);
        if ((long)rows.Count * rows.Classes >= SharedLength)
        {
            WorkerPool.Shared.Run(chunks, job);
        }
        else
        {
            for (int i = 0; i < chunks; i++)
            {
                job.Run(i);
            }
        }

        double sum = 0;
        for (int i = 0; i < chunks; i++)
        {
            sum += sums[i];
        }

        return sum;
    }

    private readonly struct BendJob<TLoss, T>(TLoss loss, ClassRows<T> rows) : IRangeJob
        where TLoss : struct, IClassLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count) => TLoss.Bend(loss, rows.Slice(start, count));
    }

    private readonly unsafe struct SweepJob<TLoss, T>(TLoss loss, ClassRows<T> rows, int chunk, double* sums) : IJob
        where TLoss : struct, IClassLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly TLoss _loss = loss;
        private readonly ClassRows<T> _rows = rows;
        private readonly int _chunk = chunk;
        private readonly double* _sums = sums;

        public void Run(int index)
        {
            int first = index * _chunk;
            _sums[index] = TLoss.Sweep(_loss, _rows.Slice(first, int.Min(_chunk, _rows.Count - first)));
        }
    }
}
