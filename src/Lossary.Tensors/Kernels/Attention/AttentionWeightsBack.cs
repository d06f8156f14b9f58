using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Makes the weights again from the scores, and of their gradients those of the scores:
/// weight · (∂weight − Σ weight · ∂weight) · scale.
/// </summary>
internal static class AttentionWeightsBack
{
    /// <param name="rows">The scores, which become weights.</param>
    /// <param name="gradients">
    /// With respect to the weights, with the scores' stride; become those of the scores.
    /// </param>
    public static unsafe void Run<T>(AttentionRows<T> rows, T* gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Wide512<T>.IsAccelerated)
        {
            HotLoop.Run(new Loop<Wide512<T>, T>(rows, gradients));
        }
        else if (Wide256<T>.IsAccelerated)
        {
            HotLoop.Run(new Loop<Wide256<T>, T>(rows, gradients));
        }
        else
        {
            HotLoop.Run(new Loop<Scalar<T>, T>(rows, gradients));
        }
    }

    private readonly unsafe struct Loop<TLane, T>(AttentionRows<T> rows, T* gradients) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly AttentionRows<T> _rows = rows;
        private readonly T* _gradients = gradients;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _rows.Rows; row++)
            {
                Slopes(row, TLane.Spread(TLane.Sum(Weights(row))));
            }

            return 0;
        }

        /// <summary>Makes a row's weights; Σ weight · gradient by lanes.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TLane Weights(nint row)
        {
            T* scores = _rows.Scores + (row * _rows.Stride), gradients = _gradients + (row * _rows.Stride);
            TLane scale = TLane.Spread(_rows.Scale), seen = TLane.Spread(_rows.Seen(row));
            TLane largest = TLane.Spread(_rows.Largest[row]), inverse = TLane.Spread(_rows.InverseSums[row]), sum = 0;
            for (nint key = 0; key < _rows.Columns; key += TLane.Width)
            {
                TLane score = scale * TLane.Load(in *scores, key);
                if (_rows.Mask != null)
                {
                    score += TLane.Load(in *_rows.Mask, key);
                }

                score = TLane.WhereLess(TLane.Load(in *_rows.Indices, key), seen, score, double.NegativeInfinity);
                TLane weight = TLane.Exp(score - largest) * inverse;
                sum += weight * TLane.Load(in *gradients, key);
                TLane.Store(weight, ref *scores, key);
            }

            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Slopes(nint row, TLane sum)
        {
            T* weights = _rows.Scores + (row * _rows.Stride), gradients = _gradients + (row * _rows.Stride);
            TLane scale = TLane.Spread(_rows.Scale);
            for (nint key = 0; key < _rows.Columns; key += TLane.Width)
            {
                TLane slope = TLane.Load(in *weights, key) * (TLane.Load(in *gradients, key) - sum) * scale;
                TLane.Store(slope, ref *gradients, key);
            }
        }
    }
}
