using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Distances of some rows to all candidates, from differences: equal vectors are 0 apart, whatever their length.
/// </summary>
internal readonly unsafe struct DistanceRows<T>(
    T* queries, T* candidates, T* block, T* kept, int width, int columns, bool takesRoot) : IRangeJob
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T* _queries = queries;
    private readonly T* _candidates = candidates;
    private readonly T* _block = block;

    public void Run(int start, int count)
    {
        if (Wide512<T>.IsAccelerated)
        {
            Run<Wide512<T>>(start, count);
        }
        else if (Wide256<T>.IsAccelerated)
        {
            Run<Wide256<T>>(start, count);
        }
        else
        {
            Run<Scalar<T>>(start, count);
        }
    }

    private void Run<TLane>(int start, int count)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        for (int row = start; row < start + count; row++)
        {
            T* to = _block + ((nint)row * columns);
            HotLoop.Run(new Loop<TLane>(_queries + ((nint)row * width), _candidates, to, width, columns, takesRoot));
            if (kept != null)
            {
                new ReadOnlySpan<T>(to, columns).CopyTo(new Span<T>(kept + ((nint)row * columns), columns));
            }
        }
    }

    private readonly ref struct Loop<TLane>(T* query, T* candidates, T* to, int width, int columns, bool takesRoot)
        : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            int whole = width & ~(TLane.Width - 1);
            for (int column = 0; column < columns; column++)
            {
                T* candidate = candidates + ((nint)column * width);
                TLane sum = 0;
                for (int i = 0; i < whole; i += TLane.Width)
                {
                    TLane difference = TLane.Load(ref *query, i) - TLane.Load(ref *candidate, i);
                    sum = TLane.FusedMultiplyAdd(difference, difference, sum);
                }

                if (whole < width)
                {
                    int tail = width - whole;
                    TLane difference =
                        TLane.LoadFirst(ref *query, whole, tail, 0) - TLane.LoadFirst(ref *candidate, whole, tail, 0);
                    sum = TLane.FusedMultiplyAdd(difference, difference, sum);
                }

                T squared = TLane.Sum(sum);
                to[column] = takesRoot ? T.Sqrt(squared) : squared;
            }

            return 0;
        }
    }
}
