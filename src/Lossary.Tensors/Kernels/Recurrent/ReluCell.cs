using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>h′ = max(a, 0); its slope at 0 is 0, as PyTorch has it.</summary>
internal readonly struct ReluCell : IRecurrentCell
{
    public static int Gates => 1;

    public static int Blocks => 1;

    public static bool HasCell => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Step<TLane>(
        TLane state, ref TLane cell, ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>
    {
        a = TLane.AtLeast(a, 0);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane StepBack<TLane>(
        TLane state, TLane cell, TLane nextCell, TLane gradient, ref TLane cellGradient,
        ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>
    {
        a = TLane.WhereAtMost(a, 0, 0, gradient);
        return 0;
    }
}
