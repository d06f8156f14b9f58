using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The second derivatives of a formula of several numbers by one of them, over a run of samples.</summary>
internal readonly unsafe ref struct CurvatureSweep<TFormula, TLane, T>(
    TFormula formula, ref readonly FormulaSheet<T> sheet, int number, FormulaRange range) : ILoop
    where TFormula : struct, ISampleFormula
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TFormula _formula = formula;
    private readonly ref readonly FormulaSheet<T> _sheet = ref sheet;
    private readonly int _number = number;
    private readonly FormulaRange _range = range;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TFormula formula = _formula;
        int numbers = _sheet.Numbers;
        FormulaSlots<Jet<TLane>> jets = default;
        for (nint i = _range.Start; i < _range.End; i += TLane.Width)
        {
            for (int k = 0; k < numbers; k++)
            {
                TLane x = TLane.Load(ref *_sheet.Inputs(k, _range.IsTail), i);
                jets[k] = k == _number ? Jet<TLane>.Variable(x) : Jet<TLane>.Fixed(x);
            }

            Jet<TLane> value = formula.Value<Jet<TLane>>(((ReadOnlySpan<Jet<TLane>>)jets)[..numbers]);
            TLane.Store(NotANumber.Carry(value.Value, value.Curvature), ref *_sheet.Slopes(_number), i);
        }

        return 0;
    }
}
