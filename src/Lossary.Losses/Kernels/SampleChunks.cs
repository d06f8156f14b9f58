using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Cuts a large batch into chunks for the worker pool.</summary>
/// <remarks>
/// Chunks depend on the batch's length alone, and their sums are added in order, so the same bits come out for any
/// number of threads, one included. A batch of one chunk never leaves the caller's thread.
/// </remarks>
internal static class SampleChunks
{
    /// <summary>Elements in a chunk: about ten microseconds' work, a hundred times what handing it over costs.</summary>
    internal const int Length = 32768;

    private const int Most = 1024;
    private const int Grain = 2048;

    /// <summary>As <see cref="SampleKernel"/>'s, chunk by chunk.</summary>
    public static unsafe double Sum<TLoss, T, TOutput, TWeighting>(
        TLoss loss, scoped SampleBuffers<T> at, int length, double scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TOutput : struct, IOutput<T>
        where TWeighting : struct, IWeighting<T>
    {
        if (length <= Length)
        {
            return SampleKernel.Sum<TLoss, T, TOutput, TWeighting>(loss, at, length, scale);
        }

        int evenShare = (int)(((long)length + Most - 1) / Most);
        int chunk = int.Max(Length, (evenShare + Grain - 1) & ~(Grain - 1));
        int chunks = (int)(((long)length + chunk - 1) / chunk);
        double* sums = stackalloc double[Most];
        WorkerPool.Shared.Run(chunks, new Job<TLoss, T, TOutput, TWeighting>(loss, at, length, chunk, scale, sums));
        double sum = 0;
        for (int i = 0; i < chunks; i++)
        {
            sum += sums[i];
        }

        return sum;
    }

    private readonly unsafe ref struct Job<TLoss, T, TOutput, TWeighting>(
        TLoss loss, SampleBuffers<T> at, int length, int chunk, double scale, double* sums) : IJob
        where TLoss : struct, ISampleLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TOutput : struct, IOutput<T>
        where TWeighting : struct, IWeighting<T>
    {
        private readonly TLoss _loss = loss;
        private readonly SampleBuffers<T> _at = at;
        private readonly int _length = length;
        private readonly int _chunk = chunk;
        private readonly double _scale = scale;
        private readonly double* _sums = sums;

        public void Run(int index)
        {
            int start = index * _chunk;
            int count = int.Min(_chunk, _length - start);
            _sums[index] = SampleKernel.Sum<TLoss, T, TOutput, TWeighting>(_loss, _at.From(start), count, _scale);
        }
    }
}
