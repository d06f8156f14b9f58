using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The gradient of a formula by one of its inputs, as an operation itself: what is differentiated a second time.
/// </summary>
internal static class FormulaGradientOperation
{
    /// <summary>upstream · the formula's derivatives by one input.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="arguments">What it read.</param>
    /// <param name="sheet">Where its derivatives stand.</param>
    /// <param name="index">Which input.</param>
    /// <param name="upstream">One number for each sample.</param>
    /// <returns>The input's shape.</returns>
    public static Tensor<T> Compute<TFormula, T>(
        Tape<T> tape,
        TFormula formula,
        in FormulaArguments<T> arguments,
        in FormulaSheet<T> sheet,
        int index,
        Tensor<T> upstream)
        where TFormula : struct, ISampleFormula
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(arguments[index].Tensor!.Shape);
        FormulaSlopes.Multiply(upstream.Values, in sheet, arguments.FirstOf(index), output.Values, accumulate: false);
        if (tape.TryRecord(output, requiresGradient: true, out FormulaGradientRecord<TFormula, T>? record))
        {
            record.Keep(formula, in arguments, in sheet, index, upstream);
        }

        return output;
    }
}

/// <summary>
/// ∂upstream = Σ ∂output · derivatives; ∂input = upstream · how the slope along ∂output changes with the input.
/// </summary>
internal sealed class FormulaGradientRecord<TFormula, T> : Operation<T>
    where TFormula : struct, ISampleFormula
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private TFormula _formula;
    private FormulaArguments<T> _arguments;
    private FormulaSheet<T> _sheet;
    private int _index;
    private Tensor<T> _upstream = null!; // Kept right after the record is taken.

    /// <summary>Keeps what the formula read, where its derivatives stand and what they were multiplied by.</summary>
    public void Keep(
        TFormula formula, in FormulaArguments<T> arguments, in FormulaSheet<T> sheet, int index, Tensor<T> upstream)
    {
        _formula = formula;
        _arguments = arguments;
        _sheet = sheet;
        _index = index;
        _upstream = upstream;
    }

    protected internal override void Backward(Tape<T> tape)
    {
        if (_upstream.TryTakeGradient(tape, out Span<T> ofUpstream, out bool accumulate))
        {
            FormulaSlopes.Contract(Output.Gradient, in _sheet, _arguments.FirstOf(_index), ofUpstream, accumulate);
        }

        FormulaSheet<T> bends = Bend(tape);
        int first = 0;
        for (int index = 0; index < _arguments.Count; index++)
        {
            (Tensor<T>? input, int width, _) = _arguments[index];
            if (input is not null && input.TryTakeGradient(tape, out Span<T> gradient, out accumulate))
            {
                FormulaSlopes.Multiply(_upstream.Values, in bends, first, gradient, accumulate);
            }

            first += width;
        }
    }

    /// <summary>
    /// How the slope along this output's gradient changes with each number that is differentiated by.
    /// </summary>
    private unsafe FormulaSheet<T> Bend(Tape<T> tape)
    {
        FormulaSheet<T> sheet = new(_arguments.Numbers, _upstream);
        int width = _arguments[_index].Width;
        Tensor<T> directions = tape.Rent(new Shape(width, sheet.Stride));
        Deal(Output.Gradient, directions.Values, width, sheet.Stride);
        FormulaPins pins = default;
        try
        {
            _arguments.Fill(tape, ref sheet, ref pins);
            sheet.Want(tape, _arguments.Differentiable);
            BendPass pass = new(
                _arguments.Differentiable, _arguments.FirstOf(_index), width, FormulaSheet<T>.Start(directions));
            FormulaKernel.Run(pass, _formula, in sheet);
        }
        finally
        {
            pins.Release();
        }

        return sheet;
    }

    /// <summary>From numbers of a sample side by side to a row for each, with zeros in the padding.</summary>
    private static void Deal(ReadOnlySpan<T> numbers, Span<T> rows, int width, int stride)
    {
        rows.Clear();
        for (int i = 0; i < numbers.Length; i++)
        {
            rows[(i % width * stride) + (i / width)] = numbers[i];
        }
    }
}
