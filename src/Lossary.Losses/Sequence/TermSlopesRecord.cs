using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>
/// ∂input[i, …] = ∂term[i] · the slopes written at forward time: for terms that depend on one sample each.
/// </summary>
internal class TermSlopesRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>About what one thread takes at a time.</summary>
    private const int ElementsOfRange = 1 << 14;

    private readonly List<(Tensor<T> Input, Tensor<T> Slopes)> _pairs = [];

    /// <summary>Forgets what an earlier step kept.</summary>
    public TermSlopesRecord<T> Cleared()
    {
        _pairs.Clear();
        return this;
    }

    /// <summary>Keeps an input and the slopes of the terms by it, both <c>[n, …]</c>.</summary>
    public TermSlopesRecord<T> With(Tensor<T> input, Tensor<T> slopes)
    {
        _pairs.Add((input, slopes));
        return this;
    }

    protected internal override void Backward(Tape<T> tape)
    {
        Span<T> upstream = Output.Gradient;
        foreach ((Tensor<T> input, Tensor<T> slopes) in _pairs)
        {
            if (input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate) && gradient.Length > 0)
            {
                int width = gradient.Length / upstream.Length;
                Job job = new(upstream, slopes.Values, gradient, width, accumulate);
                WorkerPool.Shared.RunRanges(upstream.Length, Math.Max(1, ElementsOfRange / width), job);
            }
        }
    }

    private readonly ref struct Job(
        ReadOnlySpan<T> upstream, ReadOnlySpan<T> slopes, Span<T> gradient, int width, bool accumulate) : IRangeJob
    {
        private readonly ReadOnlySpan<T> _upstream = upstream;
        private readonly ReadOnlySpan<T> _slopes = slopes;
        private readonly Span<T> _gradient = gradient;

        public void Run(int start, int count)
        {
            for (int term = start; term < start + count; term++)
            {
                T factor = _upstream[term];
                Span<T> to = _gradient.Slice(term * width, width);
                ReadOnlySpan<T> from = _slopes.Slice(term * width, width);
                if (factor != T.Zero)
                {
                    Add(from, factor, to, accumulate);
                }
                else if (!accumulate)
                {
                    // What does not count has no gradient, whatever its own slopes are.
                    to.Clear();
                }
            }
        }

        private static void Add(ReadOnlySpan<T> from, T factor, Span<T> to, bool accumulate)
        {
            if (accumulate)
            {
                TensorPrimitives.MultiplyAdd(from, factor, to, to);
            }
            else
            {
                TensorPrimitives.Multiply(from, factor, to);
            }
        }
    }
}
