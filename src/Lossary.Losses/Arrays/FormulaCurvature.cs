using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The exact second derivatives of a loss of several numbers for each sample.</summary>
internal static class FormulaCurvature
{
    /// <summary>
    /// ∂²term / ∂x² for each number of an input, unweighted: the diagonal of the Hessian of their sum.
    /// </summary>
    /// <param name="loss">The loss.</param>
    /// <param name="inputs">The inputs, checked against their cards.</param>
    /// <param name="name">The input to differentiate by twice.</param>
    /// <param name="curvature">As long as the input.</param>
    public static void Compute<TLoss, T>(TLoss loss, LossInputs<T> inputs, string name, Span<T> curvature)
        where TLoss : struct, IFormulaLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IReadOnlyList<InputCard> cards = TLoss.Inputs;
        int samples = FormulaOperation.ShapeOf(cards, inputs).Length;
        if (samples == 0)
        {
            return;
        }

        Tape<T> tape = inputs.Tape;
        tape.Reset();
        FormulaArguments<T> arguments = FormulaArguments<T>.Of(cards, inputs);
        FormulaSheet<T> sheet = new(arguments.Numbers, tape.Rent(new Shape(samples)));
        FormulaPins pins = default;
        try
        {
            arguments.Fill(tape, ref sheet, ref pins);
            Write(
                loss, tape, ref sheet, cards.TakeWhile(card => card.Name != name).Sum(FormulaOperation.WidthOf),
                curvature);
        }
        finally
        {
            pins.Release();
        }
    }

    private static void Write<TLoss, T>(
        TLoss loss, Tape<T> tape, ref FormulaSheet<T> sheet, int first, Span<T> curvature)
        where TLoss : struct, IFormulaLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = curvature.Length / sheet.Samples;
        for (int k = 0; k < width; k++)
        {
            sheet.Want(tape, 1u << (first + k));
            FormulaKernel.Run(new CurvaturePass(first + k), loss, in sheet);
            ReadOnlySpan<T> found = sheet.SlopesOf(first + k);
            for (int i = 0; i < found.Length; i++)
            {
                curvature[(i * width) + k] = found[i];
            }
        }
    }
}
