using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Numbers that have a name: text prints it.</summary>
internal static class NamedNumber
{
    /// <summary>½ ln 2π, what a normal density costs at its top when its scale is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane HalfLogOf2Pi<TLane>() where TLane : struct, ILane<TLane> =>
        Of<TLane>(0.9189385332046727, @"\tfrac{1}{2} \ln 2 \pi");

    /// <summary>A number, or its name in LaTeX where text is wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(double value, string latex) where TLane : struct, ILane<TLane> =>
        typeof(TLane) == typeof(Symbol) ? (TLane)(object)new Symbol(latex, 1) : value;
}
