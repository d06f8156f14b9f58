using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// c′ = σ(f) c + σ(i) tanh(g), h′ = σ(o) tanh(c′); blocks i, f, g, o (S. Hochreiter, J. Schmidhuber, "Long Short-Term
/// Memory", 1997, doi:10.1162/neco.1997.9.8.1735; forget gate: F. Gers et al., 2000, doi:10.1162/089976600300015015).
/// </summary>
internal readonly struct LstmCell : IRecurrentCell
{
    public static int Gates => 4;

    public static int Blocks => 4;

    public static bool HasCell => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Step<TLane>(
        TLane state, ref TLane cell, ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>
    {
        a = TLane.Sigmoid(a);
        b = TLane.Sigmoid(b);
        c = TanhCall(c);
        d = TLane.Sigmoid(d);
        cell = (b * cell) + (a * c);
        return d * TanhCall(cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane StepBack<TLane>(
        TLane state, TLane cell, TLane nextCell, TLane gradient, ref TLane cellGradient,
        ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>
    {
        TLane squashed = TanhCall(nextCell);
        TLane ofCell = cellGradient + (gradient * d * (1 - (squashed * squashed)));
        TLane ofInputGate = ofCell * c * (a * (1 - a));
        c = ofCell * a * (1 - (c * c));
        a = ofInputGate;
        cellGradient = ofCell * b;
        b = ofCell * cell * (b * (1 - b));
        d = gradient * squashed * (d * (1 - d));
        return 0;
    }

    // A call: with five functions inlined there are more locals than the JIT takes into one method.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TLane TanhCall<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Tanh(x);
}
