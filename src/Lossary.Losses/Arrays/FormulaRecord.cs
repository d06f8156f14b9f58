using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>∂input = ∂output · the derivatives written at forward time.</summary>
internal sealed class FormulaRecord<TFormula, T> : Operation<T>
    where TFormula : struct, ISampleFormula
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private TFormula _formula;
    private FormulaArguments<T> _arguments;
    private FormulaSheet<T> _sheet;

    /// <summary>Keeps what the formula read, and where its derivatives stand.</summary>
    public void Keep(TFormula formula, in FormulaArguments<T> arguments, in FormulaSheet<T> sheet)
    {
        _formula = formula;
        _arguments = arguments;
        _sheet = sheet;
    }

    protected internal override void Backward(Tape<T> tape)
    {
        int first = 0;
        for (int index = 0; index < _arguments.Count; index++)
        {
            (Tensor<T>? input, int width, _) = _arguments[index];
            if (input is not null && input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
            {
                FormulaSlopes.Multiply(Output.Gradient, in _sheet, first, gradient, accumulate);
            }

            first += width;
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        for (int index = 0; index < _arguments.Count; index++)
        {
            if (_arguments[index].Tensor is { } input && GradientPass<T>.Wants(input))
            {
                pass.Add(input, FormulaGradientOperation.Compute(
                    pass.Tape, _formula, in _arguments, in _sheet, index, pass.Upstream));
            }
        }
    }
}
