using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>p^(2 − t) / (2 − t) − s ln_t p of a class of probability p and share s.</summary>
internal readonly struct BiTemperedPart(double t) : ISampleFormula
{
    private readonly double _t = t;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane log = TLane.Log(x[0]);
        TLane bent = _t == 1 ? log : (1 / (1 - _t)) * TLane.ExpM1((1 - _t) * log);
        TLane own = TLane.WhereLess(0, x[1], x[1] * bent, 0 * x[1]);
        return ((1 / (2 - _t)) * TLane.Exp((2 - _t) * log)) - own;
    }
}
