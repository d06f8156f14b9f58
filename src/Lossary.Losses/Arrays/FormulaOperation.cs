using System.Globalization;
using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A formula of several numbers as one operation on a tape: the derivatives are computed with the values.</summary>
public static class FormulaOperation
{
    /// <summary>A formula of several tensors, element by element: the scalar core of a graph.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="formula">The formula; its numbers are the tensors' in their order.</param>
    /// <param name="inputs">One to twelve tensors of one shape.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or there are too many tensors.</exception>
    public static unsafe Tensor<T> Formula<T, TFormula>(
        this Tape<T> tape, TFormula formula, params ReadOnlySpan<Tensor<T>> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, ISampleFormula
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentOutOfRangeException.ThrowIfZero(inputs.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs.Length, FormulaSlots<T>.Most);
        Tensor<T> output = tape.Rent(inputs[0].Shape);
        uint differentiable = 0;
        for (int k = 0; k < inputs.Length; k++)
        {
            if (inputs[k].Shape != output.Shape)
            {
                throw new ArgumentException(
                    $"inputs[{k}] has the shape {inputs[k].Shape}, inputs[0] has {output.Shape}; the shapes must be equal.",
                    nameof(inputs));
            }

            differentiable |= inputs[k].RequiresGradient ? 1u << k : 0;
        }

        if (output.Shape.Length == 0)
        {
            return output;
        }

        FormulaSheet<T> sheet = new(inputs.Length, output);
        FormulaPins pins = default;
        FormulaRecord<T>? record;
        try
        {
            for (int k = 0; k < inputs.Length; k++)
            {
                sheet.Read(tape, k, pins.Add(inputs[k].Pin()));
            }

            record = Run(tape, formula, ref sheet, differentiable, output);
        }
        finally
        {
            pins.Release();
        }

        record?.Keep(in sheet, inputs);
        return output;
    }

    /// <summary>Each sample's loss, recorded.</summary>
    /// <returns>The losses, in the shape of the inputs less a last axis of fixed extent.</returns>
    internal static Tensor<T> Compute<TLoss, T>(TLoss loss, Tape<T> tape, LossInputs<T> inputs)
        where TLoss : struct, IFormulaLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IReadOnlyList<InputCard> cards = TLoss.Inputs;
        Tensor<T> output = tape.Rent(ShapeOf(cards, inputs));
        if (output.Shape.Length == 0)
        {
            return output;
        }

        FormulaSheet<T> sheet = new(cards.Sum(WidthOf), output);
        FormulaPins pins = default;
        FormulaRecord<T>? record;
        try
        {
            uint differentiable = Fill(tape, cards, inputs, ref sheet, ref pins);
            record = Run(tape, loss, ref sheet, differentiable, output);
        }
        finally
        {
            pins.Release();
        }

        record?.Keep(in sheet, cards, inputs);
        return output;
    }

    /// <summary>How many numbers of one sample an input holds.</summary>
    internal static int WidthOf(InputCard card)
    {
        string[] parts = InputCheck.Parts(card);
        return parts.Length > 1 && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            ? width
            : 1;
    }

    /// <summary>Sweeps the sheet and writes the output; the record, where there is one, has yet to keep its inputs.</summary>
    private static FormulaRecord<T>? Run<TFormula, T>(
        Tape<T> tape, TFormula formula, ref FormulaSheet<T> sheet, uint differentiable, Tensor<T> output)
        where TFormula : struct, ISampleFormula
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        uint wanted = tape.IsRecording ? differentiable : 0;
        sheet.Want(tape, wanted);
        FormulaKernel.Run<SlopePass, TFormula, T>(formula, in sheet, wanted);
        tape.TryRecord(output, differentiable != 0, out FormulaRecord<T>? record);
        return record;
    }

    /// <summary>Lays the inputs out; returns a bit for each number that is differentiated by.</summary>
    internal static unsafe uint Fill<T>(
        Tape<T> tape, IReadOnlyList<InputCard> cards, LossInputs<T> inputs, ref FormulaSheet<T> sheet, ref FormulaPins pins)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        uint differentiable = 0;
        int number = 0;
        foreach (InputCard card in cards)
        {
            int width = WidthOf(card);
            Tensor<T>? input = inputs.Find(card.Name);
            for (int i = 0; i < width; i++, number++)
            {
                if (input is null)
                {
                    sheet.Fill(tape, number, card.Default);
                    continue;
                }

                if (width == 1)
                {
                    sheet.Read(tape, number, pins.Add(input.Pin()));
                }
                else
                {
                    sheet.Copy(tape, number, input.Values, i, width);
                }

                differentiable |= input.RequiresGradient ? 1u << number : 0;
            }
        }

        return differentiable;
    }

    /// <summary>The shape of the terms.</summary>
    internal static Shape ShapeOf<T>(IReadOnlyList<InputCard> cards, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        InputCard first = cards.First(card => inputs.Find(card.Name) is not null);
        Shape shape = inputs[first.Name].Shape;
        return WidthOf(first) == 1 ? shape : shape.Without(shape.Rank - 1);
    }
}
