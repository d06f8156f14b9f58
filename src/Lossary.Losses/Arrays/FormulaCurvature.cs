using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The exact second derivatives of a loss of several numbers for each sample.</summary>
internal static class FormulaCurvature
{
    /// <summary>∂²term / ∂x² for each number of an input, unweighted: the diagonal of the Hessian of their sum.</summary>
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

        inputs.Tape.Reset();
        FormulaSheet<T> sheet = FormulaSheet<T>.Rent(inputs.Tape, cards.Sum(FormulaOperation.WidthOf), samples);
        FormulaOperation.Fill(cards, inputs, sheet);
        int first = cards.TakeWhile(card => card.Name != name).Sum(FormulaOperation.WidthOf);
        int width = curvature.Length / samples;
        for (int k = 0; k < width; k++)
        {
            FormulaKernel.Run<CurvaturePass, TLoss, T>(loss, sheet, 1u << (first + k));
            ReadOnlySpan<T> found = sheet.SlopesOf(first + k);
            for (int i = 0; i < samples; i++)
            {
                curvature[(i * width) + k] = found[i];
            }
        }
    }
}
