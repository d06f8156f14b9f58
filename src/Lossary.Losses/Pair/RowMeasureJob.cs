using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The measures of pairs of rows, or their gradients, in the widest lane that the machine has.</summary>
internal readonly record struct RowMeasureJob<TMeasure, T>(TMeasure Measure, RowPointers<T> At, bool IsBackward)
    : IRangeJob
    where T : unmanaged, IFloatingPointIeee754<T>
    where TMeasure : struct, IRowMeasure
{
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
        if (IsBackward)
        {
            HotLoop.Run(new RowGradientLoop<TMeasure, TLane, T>(Measure, At, start, count));
        }
        else
        {
            HotLoop.Run(new RowMeasureLoop<TMeasure, TLane, T>(Measure, At, start, count));
        }
    }
}
