using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A formula of several numbers over a run of samples.</summary>
internal readonly unsafe ref struct FormulaSweep<TFormula, TLane, T>(
    TFormula formula, ref readonly FormulaSheet<T> sheet, FormulaRange range) : ILoop
    where TFormula : struct, ISampleFormula
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TFormula _formula = formula;
    private readonly ref readonly FormulaSheet<T> _sheet = ref sheet;
    private readonly int _start = range.Start;
    private readonly int _end = range.End;
    private readonly bool _isTail = range.IsTail;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TFormula formula = _formula;
        T* values = _sheet.Values;
        FormulaSlots<TLane> slots = default;
        Span<TLane> numbers = ((Span<TLane>)slots)[.._sheet.Numbers];
        for (nint i = _start; i < _end; i += TLane.Width)
        {
            for (int k = 0; k < numbers.Length; k++)
            {
                numbers[k] = TLane.Load(ref *_sheet.Inputs(k, _isTail), i);
            }

            TLane.Store(formula.Value<TLane>(numbers), ref *values, i);
        }

        return 0;
    }
}

/// <summary>
/// The same over duals, once for each number that a derivative is wanted of; the loss is the value of any of them.
/// </summary>
/// <remarks>
/// A loop of its own: the JIT inlines into one method only as long as that has fewer than 512 locals.
/// </remarks>
internal readonly unsafe ref struct FormulaSlopeSweep<TFormula, TLane, T>(
    TFormula formula, ref readonly FormulaSheet<T> sheet, uint wanted, FormulaRange range) : ILoop
    where TFormula : struct, ISampleFormula
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TFormula _formula = formula;
    private readonly ref readonly FormulaSheet<T> _sheet = ref sheet;
    private readonly uint _wanted = wanted;
    private readonly int _start = range.Start;
    private readonly int _end = range.End;
    private readonly bool _isTail = range.IsTail;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TFormula formula = _formula;
        T* values = _sheet.Values;
        FormulaSlots<Dual<TLane>> slots = default;
        Span<Dual<TLane>> numbers = ((Span<Dual<TLane>>)slots)[.._sheet.Numbers];
        for (nint i = _start; i < _end; i += TLane.Width)
        {
            for (int k = 0; k < numbers.Length; k++)
            {
                numbers[k] = Dual<TLane>.Fixed(TLane.Load(ref *_sheet.Inputs(k, _isTail), i));
            }

            for (int k = 0; k < numbers.Length; k++)
            {
                if ((_wanted >> k & 1) != 0)
                {
                    numbers[k] = Dual<TLane>.Variable(numbers[k].Value);
                    Dual<TLane> loss = formula.Value<Dual<TLane>>(numbers);
                    TLane.Store(loss.Value, ref *values, i);
                    TLane.Store(NotANumber.Carry(loss.Value, loss.Slope), ref *_sheet.Slopes(k), i);
                    numbers[k] = Dual<TLane>.Fixed(numbers[k].Value);
                }
            }
        }

        return 0;
    }
}
