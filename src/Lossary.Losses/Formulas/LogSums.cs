using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Sums of two numbers that are given by their logarithms.</summary>
internal static class LogSums
{
    /// <summary>ln(eˣ + eʸ), the larger first taken out; the two must not both be −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane>
    {
        TLane larger = TLane.WhereLess(x, y, y, x), smaller = TLane.WhereLess(x, y, x, y);
        return larger + TLane.Softplus(smaller - larger);
    }
}
