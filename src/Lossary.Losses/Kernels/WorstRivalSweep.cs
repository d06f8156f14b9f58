using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Only the strongest other class counts; of several equal ones the first.</summary>
internal readonly unsafe ref struct WorstRivalSweep<TLoss, T>(TLoss loss, ClassRows<T> rows) : ILoop
    where TLoss : struct, IClassMarginLoss<TLoss>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TLoss _loss = loss;
    private readonly ClassRows<T> _rows = rows;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TLoss loss = _loss;
        ClassRows<T> rows = _rows;
        T scale = T.CreateTruncating(rows.Scale);
        double sum = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            if (!rows.TryWeigh(row, out T weight, out int target) || rows.Classes == 1)
            {
                rows.Leave(row);
                continue;
            }

            int rival = Rival(rows.Scores + ((nint)row * rows.Classes), rows.Classes, target, out T difference);

            // Only now: the gradient may lie where the scores do.
            rows.Leave(row);
            Dual<Scalar<T>> dual = TLoss.Slope(loss, new Scalar<T>(difference));
            T slope = weight * dual.Slope.Number * scale;
            if (rows.Gradient != null)
            {
                rows.Gradient[((nint)row * rows.Classes) + rival] = slope;
            }

            T value = weight * dual.Value.Number;
            rows.Take(row, target, value, -slope);
            sum += double.CreateTruncating(value);
        }

        return sum;
    }

    /// <summary>The strongest other class, and how far it lies above the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Rival(T* scores, int classes, int target, out T difference)
    {
        int best = -1;
        T largest = T.NegativeInfinity;
        for (int k = 0; k < classes; k++)
        {
            if (k != target && (best < 0 || scores[k] > largest || T.IsNaN(scores[k])))
            {
                best = k;
                largest = scores[k];
            }

            if (T.IsNaN(largest))
            {
                break;
            }
        }

        difference = largest - scores[target];
        return best;
    }
}
