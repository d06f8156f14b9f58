using System.Globalization;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Reads a formula of several numbers off as text.</summary>
internal static class FormulaSymbols
{
    /// <summary>The formula as LaTeX, over the symbols of the input cards.</summary>
    public static string Read<TLoss>(TLoss loss)
        where TLoss : struct, IFormulaLoss<TLoss>
    {
        List<Symbol> symbols = [];
        foreach (InputCard card in TLoss.Inputs)
        {
            int width = FormulaOperation.WidthOf(card);
            for (int i = 1; i <= width; i++)
            {
                string index = i.ToString(CultureInfo.InvariantCulture);
                symbols.Add(new Symbol(width == 1 ? card.Symbol : $"{card.Symbol}_{{{index}}}"));
            }
        }

        return loss.Value<Symbol>(symbols.ToArray()).Latex;
    }
}
