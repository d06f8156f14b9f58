using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The loop of <see cref="SampleKernel"/>. Compiled once for each loss and pair of policies in use.</summary>
/// <remarks>
/// Whole lanes first, then one padded lane of which only the first slots count: the same code serves both, so there
/// is no scalar tail to compile, and no second copy of the formula.
/// </remarks>
internal readonly ref struct SampleSweep<TLoss, TLane, T, TOutput, TWeighting>(
    TLoss loss, SampleBuffers<T> whole, nint length, SampleBuffers<T> padded, int rest, double scale) : ILoop
    where TLoss : struct, ISampleLoss<TLoss>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
    where TOutput : struct, IOutput<T>
    where TWeighting : struct, IWeighting<T>
{
    /// <summary>
    /// Elements summed in T before the sum moves to double; also the grain of the fixed order of summation.
    /// </summary>
    private const int Block = 2048;

    private readonly TLoss _loss = loss;
    private readonly SampleBuffers<T> _whole = whole;
    private readonly nint _length = length;
    private readonly SampleBuffers<T> _padded = padded;
    private readonly int _rest = rest;
    private readonly double _scale = scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TLoss loss = _loss;
        SampleBuffers<T> at = _whole;
        TLane scale = _scale;
        double sum = 0;
        nint i = 0;
        nint length = _length;
        bool isPadded = length == 0;
        while (true)
        {
            if (isPadded)
            {
                at = _padded;
                i = 0;
                length = TLane.Width;
            }

            nint end = nint.Min(length, i + Block);
            TLane total = 0;
            for (; i < end; i += TLane.Width)
            {
                total += TOutput.Take<TLoss, TLane, TWeighting>(loss, at, i, scale);
            }

            if (isPadded)
            {
                return sum + TLane.SumOfFirst(total, _rest);
            }

            sum += TLane.SumToDouble(total);
            if (i == length)
            {
                if (_rest == 0)
                {
                    return sum;
                }

                isPadded = true;
            }
        }
    }
}
