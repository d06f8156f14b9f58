using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>cos(θ + m) of a cosine, as <see cref="AngleMargin"/> has it.</summary>
internal readonly struct AddedAngle(double margin, bool isMonotone) : ISampleFormula
{
    private readonly double _cosine = Math.Cos(margin);
    private readonly double _sine = Math.Sin(margin);
    private readonly double _drop = margin * Math.Sin(margin);
    private readonly double _turn = isMonotone ? -Math.Cos(margin) : double.NegativeInfinity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x)
        where TLane : struct, ILane<TLane>
    {
        TLane square = (1 - x[0]) * (1 + x[0]);
        TLane sine = TLane.WhereLess(0, square, TLane.Sqrt(square), 0 * square);
        return TLane.WhereLess(x[0], _turn, x[0] - _drop, (_cosine * x[0]) - (_sine * sine));
    }
}
