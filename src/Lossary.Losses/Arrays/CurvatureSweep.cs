using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The second derivatives of a formula of several numbers by one of them, over a run of samples.</summary>
internal readonly unsafe ref struct CurvatureSweep<TFormula, TLane, T>(
    TFormula formula, FormulaSheet<T> sheet, uint wanted, int start, int count) : ILoop
    where TFormula : struct, ISampleFormula
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TFormula _formula = formula;
    private readonly FormulaSheet<T> _sheet = sheet;
    private readonly int _number = BitOperations.TrailingZeroCount(wanted);
    private readonly int _start = start;
    private readonly int _count = count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TFormula formula = _formula;
        FormulaSheet<T> sheet = _sheet;
        int numbers = sheet.Numbers;
        FormulaSlots<Jet<TLane>> jets = default;
        for (nint i = _start; i < _start + _count; i += TLane.Width)
        {
            for (int k = 0; k < numbers; k++)
            {
                TLane x = TLane.Load(ref *sheet.Inputs(k), i);
                jets[k] = k == _number ? Jet<TLane>.Variable(x) : Jet<TLane>.Fixed(x);
            }

            Jet<TLane> value = formula.Value<Jet<TLane>>(((ReadOnlySpan<Jet<TLane>>)jets)[..numbers]);
            TLane.Store(NotANumber.Carry(value.Value, value.Curvature), ref *sheet.Slopes(_number), i);
        }

        return 0;
    }
}
