using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>exp_t x, and 0 where that is below what it reaches.</summary>
internal readonly struct TemperedExponential(double t) : ISampleFormula
{
    private readonly double _t = t;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        if (_t == 1)
        {
            return TLane.Exp(x[0]);
        }

        TLane root = (1 - _t) * x[0];
        return TLane.WhereLess(-1, root, TLane.Exp((1 / (1 - _t)) * TLane.Log1P(root)), 0 * root);
    }
}
