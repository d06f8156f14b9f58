using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A formula of several numbers over a run of samples.</summary>
/// <remarks>Once plain, and once over duals for each number that a derivative is wanted of.</remarks>
internal readonly unsafe ref struct FormulaSweep<TFormula, TLane, T>(
    TFormula formula, FormulaSheet<T> sheet, uint wanted, int start, int count) : ILoop
    where TFormula : struct, ISampleFormula
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TFormula _formula = formula;
    private readonly FormulaSheet<T> _sheet = sheet;
    private readonly uint _wanted = wanted;
    private readonly int _start = start;
    private readonly int _count = count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TFormula formula = _formula;
        FormulaSheet<T> sheet = _sheet;
        int numbers = sheet.Numbers;
        FormulaSlots<TLane> plain = default;
        FormulaSlots<Dual<TLane>> duals = default;
        for (nint i = _start; i < _start + _count; i += TLane.Width)
        {
            for (int k = 0; k < numbers; k++)
            {
                TLane x = TLane.Load(ref *sheet.Inputs(k), i);
                plain[k] = x;
                duals[k] = Dual<TLane>.Fixed(x);
            }

            TLane.Store(formula.Value<TLane>(((ReadOnlySpan<TLane>)plain)[..numbers]), ref *sheet.Values, i);
            for (int k = 0; k < numbers; k++)
            {
                if ((_wanted >> k & 1) != 0)
                {
                    duals[k] = Dual<TLane>.Variable(plain[k]);
                    Dual<TLane> value = formula.Value<Dual<TLane>>(((ReadOnlySpan<Dual<TLane>>)duals)[..numbers]);
                    TLane.Store(NotANumber.Carry(value.Value, value.Slope), ref *sheet.Slopes(k), i);
                    duals[k] = Dual<TLane>.Fixed(plain[k]);
                }
            }
        }

        return 0;
    }
}
