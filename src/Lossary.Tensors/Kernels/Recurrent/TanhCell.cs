using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>h′ = tanh a (J. L. Elman, "Finding Structure in Time", 1990, doi:10.1207/s15516709cog1402_1).</summary>
internal readonly struct TanhCell : IRecurrentCell
{
    public static int Gates => 1;

    public static int Blocks => 1;

    public static bool HasCell => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Step<TLane>(
        TLane state, ref TLane cell, ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>
    {
        a = TLane.Tanh(a);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane StepBack<TLane>(
        TLane state, TLane cell, TLane nextCell, TLane gradient, ref TLane cellGradient,
        ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>
    {
        a = (1 - (a * a)) * gradient;
        return 0;
    }
}
