using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Turns rows of scores into e^(score − largest): weights, once divided by their sum.</summary>
internal static class AttentionWeights
{
    public static void Run<T>(AttentionRows<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Wide512<T>.IsAccelerated)
        {
            HotLoop.Run(new Loop<Wide512<T>, T>(rows));
        }
        else if (Wide256<T>.IsAccelerated)
        {
            HotLoop.Run(new Loop<Wide256<T>, T>(rows));
        }
        else
        {
            HotLoop.Run(new Loop<Scalar<T>, T>(rows));
        }
    }

    private readonly unsafe struct Loop<TLane, T>(AttentionRows<T> rows) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly AttentionRows<T> _rows = rows;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _rows.Rows; row++)
            {
                T largest = TLane.Largest(Scale(row));

                // A query that sees no key gets weights of 0, not NaN.
                largest = largest == T.NegativeInfinity ? T.Zero : largest;
                T sum = TLane.Sum(Exponentials(row, TLane.Spread(largest)));
                _rows.Largest[row] = largest;
                _rows.InverseSums[row] = sum == T.Zero ? T.Zero : T.One / sum;
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TLane Scale(nint row)
        {
            T* scores = _rows.Scores + (row * _rows.Stride);
            TLane scale = TLane.Spread(_rows.Scale), seen = TLane.Spread(_rows.Seen(row));
            TLane largest = double.NegativeInfinity;
            for (nint key = 0; key < _rows.Columns; key += TLane.Width)
            {
                TLane score = scale * TLane.Load(in *scores, key);
                if (_rows.Mask != null)
                {
                    score += TLane.Load(in *_rows.Mask, key);
                }

                score = TLane.WhereLess(TLane.Load(in *_rows.Indices, key), seen, score, double.NegativeInfinity);
                largest = TLane.Max(largest, score);
                TLane.Store(score, ref *scores, key);
            }

            return largest;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TLane Exponentials(nint row, TLane largest)
        {
            T* scores = _rows.Scores + (row * _rows.Stride);
            TLane sum = 0;
            for (nint key = 0; key < _rows.Columns; key += TLane.Width)
            {
                TLane weight = TLane.Exp(TLane.Load(in *scores, key) - largest);
                sum += weight;
                TLane.Store(weight, ref *scores, key);
            }

            return sum;
        }
    }
}
