using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The gradient before a ReLU that an operation did in its own pass: 0 where the output is 0.</summary>
internal static class RectifiedGradient
{
    /// <summary>Numbers of a part: what fits a core's first cache.</summary>
    private const int RangeLength = 1 << 14;

    /// <summary>Fewer are not worth another thread.</summary>
    private const int FewestShared = 1 << 17;

    /// <summary>The output's gradient as it is, or cut off in memory of the tape.</summary>
    public static ReadOnlySpan<T> Of<T>(Tape<T> tape, Tensor<T> output, bool isRectified)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!isRectified)
        {
            return output.Gradient;
        }

        Span<T> result = tape.RentMemory(output.Shape.Length);
        Job<T> job = new(output.Values, output.Gradient, result);
        if (result.Length < FewestShared)
        {
            job.Run(0, result.Length);
        }
        else
        {
            WorkerPool.Shared.RunRanges(result.Length, RangeLength, job);
        }

        return result;
    }

    private readonly ref struct Job<T>(ReadOnlySpan<T> output, ReadOnlySpan<T> gradient, Span<T> result) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> _output = output;
        private readonly ReadOnlySpan<T> _gradient = gradient;
        private readonly Span<T> _result = result;

        public void Run(int start, int count) => Sweep.Run(
            default(CutOff), _output.Slice(start, count), _gradient.Slice(start, count), _result.Slice(start, count));
    }

    /// <summary>0 where x is 0; a NaN of the forward half passes on.</summary>
    private readonly struct CutOff : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.WhereAtMost(x, 0, 0, y);
    }
}
