using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// r = σ(a), z = σ(b), n = tanh(c + r d), h′ = (1 − z) n + z h, where d is what n's gate gets from the state (K. Cho et
/// al., 2014, doi:10.3115/v1/D14-1179; with the reset gate after the product, as cuDNN and PyTorch have it).
/// </summary>
internal readonly struct GruCell : IRecurrentCell
{
    public static int Gates => 3;

    public static int Blocks => 4;

    public static bool HasCell => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Step<TLane>(
        TLane state, ref TLane cell, ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>
    {
        a = TLane.Sigmoid(a);
        b = TLane.Sigmoid(b);
        c = TLane.Tanh(c + (a * d));
        return c + (b * (state - c));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane StepBack<TLane>(
        TLane state, TLane cell, TLane nextCell, TLane gradient, ref TLane cellGradient,
        ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>
    {
        TLane direct = gradient * b;
        TLane ofCandidate = (gradient - direct) * (1 - (c * c));
        b = gradient * (state - c) * (b * (1 - b));
        c = ofCandidate;
        TLane ofReset = ofCandidate * d * (a * (1 - a));
        d = ofCandidate * a;
        a = ofReset;
        return direct;
    }
}
