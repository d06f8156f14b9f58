using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The exponential of a score below its row's largest.</summary>
internal static class RowExponential
{
    /// <summary>e to the (x − top) for x ≤ top; NaN where top is infinite and x the same.</summary>
    /// <remarks>
    /// In double the rounding error of the difference is put back: at a difference of 100 it costs 30 ULP of the
    /// result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Below<TLane>(TLane x, TLane top) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane difference = x - top;
        TLane e = Elementary.ExpOfNegative(difference);
        if (TLane.IsSingle)
        {
            return e;
        }

        TLane taken = x - difference;
        TLane lost = (x - (difference + taken)) + (taken - top);
        return TLane.FusedMultiplyAdd(e, TLane.WhereLess(-746, difference, lost, 0), e);
    }
}
