using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Scores of neighbouring classes, a row for each sample; the memory is pinned.</summary>
internal readonly unsafe struct ScoreBlock<T>
    where T : unmanaged
{
    /// <summary>The scores, <c>[rows, columns]</c>.</summary>
    public T* Scores { get; init; }

    /// <summary>Where the gradient goes, <c>[rows, columns]</c>; may be the scores themselves.</summary>
    public T* Result { get; init; }

    /// <summary>Whether the gradient is added to what the result holds.</summary>
    public bool Accumulate { get; init; }

    /// <summary>What the block's classes weigh, <c>[columns]</c>; null for 1.</summary>
    public T* ClassWeights { get; init; }

    public int Rows { get; init; }

    public int Columns { get; init; }

    /// <summary>The number of the block's first class.</summary>
    public int First { get; init; }
}

/// <summary>Each row's largest score and its sum of powers.</summary>
internal readonly unsafe struct ScoreSums<TLane, T>(
    ScoreBlock<T> block, ScoreTotals totals, nint start, nint count, bool isSmoothed)
    : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    private readonly ScoreBlock<T> _block = block;
    private readonly ScoreTotals _totals = totals;
    private readonly nint _start = start;
    private readonly nint _count = count;
    private readonly bool _isSmoothed = isSmoothed;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        nint columns = _block.Columns;
        T* weights = _block.ClassWeights;
        for (nint row = _start; row < _start + _count; row++)
        {
            T* x = _block.Scores + (row * columns);
            TLane largest = TLane.Constant(double.NegativeInfinity);
            for (nint i = 0; i < columns; i += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, columns - i);
                largest = TLane.Max(largest, Tail.Load<TLane, T>(x, i, left, double.NegativeInfinity));
            }

            // NaN may be lost in the largest; the sum of powers finds it.
            TLane top = TLane.Spread(TLane.Largest(largest)), sum = TLane.Constant(0), weighted = TLane.Constant(0);
            for (nint i = 0; i < columns; i += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, columns - i);
                sum += TLane.Exp(Tail.Load<TLane, T>(x, i, left, double.NegativeInfinity) - top);
                if (_isSmoothed)
                {
                    TLane score = Tail.Load<TLane, T>(x, i, left, 0);
                    weighted += weights == null ? score : score * Tail.Load<TLane, T>(weights, i, left, 0);
                }
            }

            _totals.BlockLargest[row] = TLane.SumToDouble(top) / TLane.Width;
            _totals.BlockTotal[row] = TLane.SumToDouble(sum);
            _totals.Weighted[row] += _isSmoothed ? TLane.SumToDouble(weighted) : 0;
        }

        return 0;
    }
}

/// <summary>∂score = scale · e^(score − largest) − shift · weight, for one row.</summary>
internal readonly unsafe struct ScoreSlopes<TLane, T>(
    ScoreBlock<T> block, nint row, double largest, double scale, double shift)
    : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    private readonly ScoreBlock<T> _block = block;
    private readonly nint _row = row;
    private readonly double _largest = largest;
    private readonly double _scale = scale;
    private readonly double _shift = shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        nint columns = _block.Columns;
        T* x = _block.Scores + (_row * columns), to = _block.Result + (_row * columns), weights = _block.ClassWeights;
        TLane largest = TLane.Constant(_largest), scale = TLane.Constant(_scale), shift = TLane.Constant(_shift);
        for (nint i = 0; i < columns; i += TLane.Width)
        {
            int left = (int)Math.Min(TLane.Width, columns - i);
            TLane power = TLane.Exp(Tail.Load<TLane, T>(x, i, left, 0) - largest);
            TLane off = weights == null ? shift : shift * Tail.Load<TLane, T>(weights, i, left, 0);
            TLane slope = (scale * power) - off;
            Tail.Store(_block.Accumulate ? slope + Tail.Load<TLane, T>(to, i, left, 0) : slope, to, i, left);
        }

        return 0;
    }
}
