using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Pieces of entropies of one class, whose 0 · ln 0 is 0.</summary>
internal static class Entropies
{
    /// <summary>Below this logarithm a probability is 0 in either format.</summary>
    private const double Nothing = -800;

    /// <summary>p ln p from ln p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        typeof(TLane) == typeof(Symbol)
            ? TLane.Exp(logProbability) * logProbability
            : TLane.Exp(logProbability) * TLane.AtLeast(logProbability, Nothing);

    /// <summary>p ln p, and its derivative by ln p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(TLane logProbability) where TLane : struct, ILane<TLane>
    {
        TLane p = TLane.Exp(logProbability);
        TLane product = p * TLane.AtLeast(logProbability, Nothing);
        return new(product, p + product);
    }

    /// <summary>q ln p for a share q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Cross<TLane>(TLane logProbability, TLane share) where TLane : struct, ILane<TLane> =>
        typeof(TLane) == typeof(Symbol)
            ? share * logProbability
            : TLane.WhereLess(0, share, share * logProbability, 0);
}
