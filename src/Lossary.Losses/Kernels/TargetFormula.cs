using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// f and f′ of the target class's log-probability for a block of rows: the only loop that holds the formula.
/// </summary>
/// <remarks>
/// Reads what <see cref="RowScratch{T}"/> holds of the rows. Writes their losses, the gradient at the target in place
/// of the largest score, and the factor of the row's exponentials in place of their sum.
/// </remarks>
internal readonly ref struct TargetFormula<TLoss, TLane, T>(TLoss loss, RowScratch<T> rows, int count, double scale)
    : ILoop
    where TLoss : struct, ILogProbabilityLoss<TLoss>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TLoss _loss = loss;
    private readonly RowScratch<T> _rows = rows;
    private readonly int _count = count;
    private readonly double _scale = scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe double Run()
    {
        TLoss loss = _loss;
        RowScratch<T> rows = _rows;
        TLane scale = _scale;
        double sum = 0;
        for (int k = 0; k < _count; k += TLane.Width)
        {
            TLane score = TLane.Load(ref *rows.Scores, k);
            TLane weight = TLane.Load(ref *rows.Weights, k);
            TLane top = TLane.Load(ref *rows.Largest, k);
            TLane others = TLane.Load(ref *rows.Sums, k);
            TLane logProbability = TLoss.TakesLogProbabilities ? score : score - top - TLane.Log1P(others);
            Dual<TLane> dual = TLoss.Slope(loss, logProbability);
            TLane value = TLane.WhereLess(0, weight, weight * dual.Value, 0);
            TLane slope = TLane.WhereLess(0, weight, weight * dual.Slope * scale, 0);
            TLane.Store(value, ref *rows.Values, k);
            sum += TLane.SumToDouble(value);
            if (TLoss.TakesLogProbabilities)
            {
                TLane.Store(slope, ref *rows.Largest, k);
                continue;
            }

            // 1 − p without cancellation: the sum of the other classes' exponentials over that of all.
            TLane inverse = 1 / (1 + others);
            TLane exponential = TLane.Load(ref *rows.Exponentials, k);
            TLane wrong = TLane.WhereAtMost(top, score, others, 1 + (others - exponential)) * inverse;
            TLane.Store(slope * wrong, ref *rows.Largest, k);
            TLane.Store(-slope * inverse, ref *rows.Sums, k);
        }

        return sum;
    }
}
