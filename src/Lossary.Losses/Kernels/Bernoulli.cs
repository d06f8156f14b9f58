using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Both probabilities of a logit, and what each costs, from one exponential and without cancellation.
/// </summary>
/// <remarks>
/// 1 − σ(z) has no digit left where σ(z) is near 1; the smaller of the two is computed, never subtracted.
/// </remarks>
internal static class Bernoulli
{
    /// <summary>p = σ(z), q = σ(−z), −ln p and −ln q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Costs<TLane>(TLane z, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative)
        where TLane : struct, ILane<TLane>
    {
        TLane rest = TLane.Probabilities(z, out p, out q);

        // Two comparisons of one kind, so that duals take the same side of z = 0 in all four.
        ofPositive = TLane.WhereLess(z, 0, -z, 0) + rest;
        ofNegative = TLane.WhereLess(z, 0, 0, z) + rest;
    }
}
