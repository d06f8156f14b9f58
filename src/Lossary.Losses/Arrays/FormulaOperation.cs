using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A formula of several numbers as one operation on a tape: the derivatives are computed with the values.
/// </summary>
public static class FormulaOperation
{
    /// <summary>A formula of several tensors, element by element: the scalar core of a graph.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="formula">The formula; its numbers are the tensors' in their order.</param>
    /// <param name="inputs">One to twelve tensors of one shape.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or there are too many tensors.</exception>
    public static Tensor<T> Formula<T, TFormula>(
        this Tape<T> tape, TFormula formula, params ReadOnlySpan<Tensor<T>> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, ISampleFormula
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentOutOfRangeException.ThrowIfZero(inputs.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs.Length, FormulaSlots<T>.Most);
        Tensor<T> output = tape.Rent(inputs[0].Shape);
        for (int k = 1; k < inputs.Length; k++)
        {
            if (inputs[k].Shape != output.Shape)
            {
                throw new ArgumentException(
                    $"inputs[{k}] has the shape {inputs[k].Shape}, inputs[0] has {output.Shape}; the shapes must be "
                    + $"equal.",
                    nameof(inputs));
            }
        }

        Run(tape, formula, FormulaArguments<T>.Of(inputs), output);
        return output;
    }

    /// <summary>Each sample's loss, recorded.</summary>
    /// <returns>The losses, in the shape of the inputs less a last axis of fixed extent.</returns>
    internal static Tensor<T> Compute<TLoss, T>(TLoss loss, Tape<T> tape, LossInputs<T> inputs)
        where TLoss : struct, IFormulaLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(ShapeOf(TLoss.Inputs, inputs));
        Run(tape, loss, FormulaArguments<T>.Of(TLoss.Inputs, inputs), output);
        return output;
    }

    /// <summary>Sweeps the numbers, writes the output and records it.</summary>
    private static void Run<TFormula, T>(
        Tape<T> tape, TFormula formula, in FormulaArguments<T> arguments, Tensor<T> output)
        where TFormula : struct, ISampleFormula
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (output.Shape.Length == 0)
        {
            return;
        }

        FormulaSheet<T> sheet = new(arguments.Numbers, output);
        FormulaPins pins = default;
        try
        {
            arguments.Fill(tape, ref sheet, ref pins);
            uint wanted = tape.IsRecording ? arguments.Differentiable : 0;
            sheet.Want(tape, wanted);
            FormulaKernel.Run(new SlopePass(wanted), formula, in sheet);
        }
        finally
        {
            pins.Release();
        }

        if (tape.TryRecord(output, arguments.Differentiable != 0, out FormulaRecord<TFormula, T>? record))
        {
            record.Keep(formula, in arguments, in sheet);
        }
    }

    /// <summary>How many numbers of one sample an input holds.</summary>
    internal static int WidthOf(InputCard card) => card.Extents.Width;

    /// <summary>The shape of the terms.</summary>
    internal static Shape ShapeOf<T>(IReadOnlyList<InputCard> cards, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int first = 0;
        while (inputs.Find(cards[first].Name) is null)
        {
            first++;
        }

        Shape shape = inputs[cards[first].Name].Shape;
        return WidthOf(cards[first]) == 1 ? shape : shape.Without(shape.Rank - 1);
    }
}
