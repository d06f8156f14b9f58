using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>factor · x.</summary>
internal readonly struct Stretched(double factor) : IBroadcastFormula
{
    private readonly Parameter _factor = new("a", factor);

    public static Operands Reads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> => _factor * x;
}

/// <summary>x · y.</summary>
internal readonly struct StretchedProduct : IBroadcastFormula
{
    public static Operands Reads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X | Operands.Y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> => x * y;
}

/// <summary>1 where x is y, else 0.</summary>
internal readonly struct IsSame : IBroadcastFormula
{
    public static Operands Reads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X | Operands.Y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(x, y, TLane.WhereAtMost(y, x, 1, 0), 0);
}

/// <summary>e to the x − y, where an infinite y stands for the largest finite number of its sign.</summary>
internal readonly struct ExponentialBelow : IBroadcastFormula
{
    public static Operands Reads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X | Operands.Y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.Exp(x - FiniteMaximum.Of(y));
}

/// <summary>ln x + y, where an infinite y stands for the largest finite number of its sign.</summary>
internal readonly struct LogarithmAbove : IBroadcastFormula
{
    public static Operands Reads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X | Operands.Y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.Log(x) + FiniteMaximum.Of(y);
}

/// <summary>
/// z · e to the x − y: a share in a sum of exponentials whose logarithm is y, times an upstream gradient.
/// </summary>
/// <remarks>Where all of a sum's terms are 0 their shares are undefined, and NaN.</remarks>
internal readonly struct ExponentialShare : IBroadcastFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
        z * TLane.Exp(x - y);
}

/// <summary>Keeps ∞ − ∞ out of sums of exponentials, in either precision.</summary>
internal static class FiniteMaximum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane maximum) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(TLane.Abs(maximum), double.PositiveInfinity, maximum, 0);
}
