using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What makes a gradient NaN wherever the loss is.</summary>
/// <remarks>
/// The slope of a straight piece is a constant that the prediction chose by a comparison, and a NaN chooses too: hinge
/// and quantile would answer it with a bounded, innocent gradient. Two instructions here spare every loss the thought.
/// </remarks>
internal static class NotANumber
{
    /// <summary><paramref name="derivative"/>, but NaN where <paramref name="value"/> is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Carry<TLane>(TLane value, TLane derivative) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(value, value, derivative, value);
}
