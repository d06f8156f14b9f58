using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>x.</summary>
internal readonly struct Copy : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => x;
}

/// <summary>x + y.</summary>
internal readonly struct Total : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => x + y;
}

/// <summary>x · y.</summary>
internal readonly struct Product : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => x * y;
}

/// <summary>factor · x.</summary>
internal readonly struct Multiple(double factor) : IFormula
{
    private readonly Parameter _factor = new("a", factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => _factor * x;
}

/// <summary>The same number everywhere.</summary>
internal readonly struct Constant(double number) : IFormula
{
    private readonly Parameter _number = new("a", number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => _number;
}

/// <summary>The larger of x and y; NaN where either is.</summary>
internal readonly struct LargerOf : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.Max(x, y);
}

/// <summary>The smaller of x and y; NaN where either is.</summary>
internal readonly struct SmallerOf : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.Min(x, y);
}
