using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// How the slope of a formula along a direction changes with each number: a row of the product of each sample's Hessian
/// with its direction.
/// </summary>
/// <remarks>Over duals of duals: the outer slope is that along the direction, the inner one that by a number.</remarks>
internal readonly unsafe ref struct BendSweep<TFormula, TLane, T>(
    TFormula formula, ref readonly FormulaSheet<T> sheet, uint wanted, FormulaDirection<T> direction,
    FormulaRange range) : ILoop
    where TFormula : struct, ISampleFormula
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TFormula _formula = formula;
    private readonly ref readonly FormulaSheet<T> _sheet = ref sheet;
    private readonly uint _wanted = wanted;
    private readonly FormulaDirection<T> _direction = direction;
    private readonly FormulaRange _range = range;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TFormula formula = _formula;
        FormulaSlots<Dual<Dual<TLane>>> slots = default;
        Span<Dual<Dual<TLane>>> numbers = ((Span<Dual<Dual<TLane>>>)slots)[.._sheet.Numbers];
        for (nint i = _range.Start; i < _range.End; i += TLane.Width)
        {
            TLane length = Load(numbers, i);
            for (int k = 0; k < numbers.Length; k++)
            {
                if ((_wanted >> k & 1) != 0)
                {
                    TLane x = numbers[k].Value.Value;
                    numbers[k] = new(Dual<TLane>.Variable(x), numbers[k].Slope);
                    Dual<Dual<TLane>> loss = formula.Value<Dual<Dual<TLane>>>(numbers);
                    TLane bend = NotANumber.Carry(loss.Value.Value, loss.Slope.Slope);

                    // A sample that is not moved does not bend, whatever its own derivatives are.
                    TLane.Store(TLane.WhereAtMost(length, 0, 0, bend), ref *_sheet.Slopes(k), i);
                    numbers[k] = new(Dual<TLane>.Fixed(x), numbers[k].Slope);
                }
            }
        }

        return 0;
    }

    /// <summary>Reads a lane of samples and how they are moved; returns by how much in all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Load(Span<Dual<Dual<TLane>>> numbers, nint i)
    {
        TLane length = TLane.Constant(0);
        for (int k = 0; k < numbers.Length; k++)
        {
            TLane by = TLane.Constant(0);
            if (k >= _direction.First && k < _direction.First + _direction.Width)
            {
                by = TLane.Load(ref *(_direction.Start + ((k - _direction.First) * _sheet.Stride)), i);
                length += TLane.Abs(by);
            }

            numbers[k] = new(
                Dual<TLane>.Fixed(TLane.Load(ref *_sheet.Inputs(k, _range.IsTail), i)), Dual<TLane>.Fixed(by));
        }

        return length;
    }
}
