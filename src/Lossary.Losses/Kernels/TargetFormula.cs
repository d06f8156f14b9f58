using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>f and f′ of the target class's log-probability for up to sixteen rows: the only loop that holds the formula.</summary>
/// <remarks>
/// In: maxima, sums, the targets' logits and the rows' weights. Out: the loss in place of the logit, the slope in place
/// of the maximum, and the factor of the row's exponentials in place of the sum.
/// </remarks>
internal readonly ref struct TargetFormula<TLoss, TLane, T>(
    TLoss loss, ref T largest, ref T sums, ref T logits, ref T weights, int rows, double scale) : ILoop
    where TLoss : struct, ILogProbabilityLoss<TLoss>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    private readonly TLoss _loss = loss;
    private readonly ref T _largest = ref largest;
    private readonly ref T _sums = ref sums;
    private readonly ref T _logits = ref logits;
    private readonly ref T _weights = ref weights;
    private readonly int _rows = rows;
    private readonly double _scale = scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TLoss loss = _loss;
        TLane scale = _scale;
        double sum = 0;
        for (int k = 0; k < _rows; k += TLane.Width)
        {
            TLane total = TLane.Load(ref _sums, k);
            TLane weight = TLane.Load(ref _weights, k);
            TLane logProbability = TLane.Load(ref _logits, k) - TLane.Load(ref _largest, k) - TLane.Log(total);
            Dual<TLane> dual = TLoss.Slope(loss, logProbability);
            TLane slope = TLane.WhereLess(0, weight, weight * dual.Slope * scale, 0);
            TLane value = TLane.WhereLess(0, weight, weight * dual.Value, 0);
            TLane.Store(slope, ref _largest, k);
            TLane.Store(-slope / total, ref _sums, k);
            sum += TLane.SumToDouble(value);
        }

        return sum;
    }
}
