using System.Numerics;

namespace Lossary.Losses;

/// <summary>From a batch of rows to the kernel: checks it, pins it, sweeps it in chunks of fixed size.</summary>
internal static class ClassEvaluation
{
    /// <summary>Scores in a chunk; the chunks' sums are added in order, so that threads cannot change a bit.</summary>
    private const int ChunkLength = 1 << 16;

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
        fixed (T* weights = batch.Weights, values = batch.Values, gradient = batch.Gradient)
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
                Count = count,
                Classes = batch.Classes,
                IgnoredClass = batch.IgnoredClass,
                Scale = denominator == 0 ? 0 : 1 / denominator,
            };
            return new(InChunks(loss, rows), denominator);
        }
    }

    private static double InChunks<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int chunk = int.Max(ChunkLength / rows.Classes & ~15, 16);
        double sum = 0;
        for (int first = 0; first < rows.Count; first += chunk)
        {
            sum += TLoss.Sweep(loss, rows.Slice(first, int.Min(chunk, rows.Count - first)));
        }

        return sum;
    }
}
