using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>a = b + 3 c on all threads: two arrays read and one written, as by a loss, and nothing computed.</summary>
/// <remarks>What a loss that memory limits can reach at most; its time stands beside the losses' in every run.</remarks>
internal sealed class TriadCase : LossCase
{
    private const int ChunkLength = 1 << 15;

    private readonly Memory<float> _first;
    private readonly Memory<float> _second;
    private readonly Memory<float> _sum;

    public TriadCase(int length)
    {
        _first = OffsetMemory.Of<float>(length, 0);
        _second = OffsetMemory.Of<float>(length, 1);
        _sum = OffsetMemory.Of<float>(length, 2);
        _first.Span.Fill(1);
        _second.Span.Fill(2);
    }

    public override int Length => _sum.Length;

    public override double Evaluate()
    {
        WorkerPool.Shared.RunRanges(Length, ChunkLength, new Ranges(this));
        return _sum.Span[0];
    }

    private void Run(int start, int length)
    {
        ReadOnlySpan<float> first = _first.Span.Slice(start, length);
        ReadOnlySpan<float> second = _second.Span.Slice(start, length);
        Span<float> sum = _sum.Span.Slice(start, length);
        for (int i = 0; i <= length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(first[i..]) + (3 * new Vector<float>(second[i..]))).CopyTo(sum[i..]);
        }
    }

    private readonly struct Ranges(TriadCase triad) : IRangeJob
    {
        public void Run(int start, int count) => triad.Run(start, count);
    }
}
