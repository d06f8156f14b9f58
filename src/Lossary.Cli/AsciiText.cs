using System.Text;

namespace Lossary.Cli;

/// <summary>Spells text for terminals that show ASCII alone.</summary>
internal static class AsciiText
{
    /// <summary>Signs become what people type for them; what has no such form becomes <c>?</c>.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        StringBuilder ascii = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            ascii.Append(rune.IsAscii ? rune.ToString() : Spelling(rune.Value));
        }

        return ascii.ToString();
    }

    private static string Spelling(int rune) => rune switch
    {
        '−' or '–' or '—' or '─' => "-",
        '…' => "...",
        '×' => "x",
        '·' => "*",
        '²' => "2",
        '³' => "3",
        '≤' => "<=",
        '≥' => ">=",
        '→' => "->",
        '∞' => "inf",
        'ℝ' => "R",
        '‘' or '’' => "'",
        '“' or '”' => "\"",
        '±' => "+-",
        '√' => "sqrt",
        'Σ' => "sum",
        'α' => "alpha",
        'β' => "beta",
        'γ' => "gamma",
        'δ' => "delta",
        'ε' => "epsilon",
        'θ' => "theta",
        'λ' => "lambda",
        'μ' => "mu",
        'ρ' => "rho",
        'σ' => "sigma",
        'τ' => "tau",
        'é' or 'è' => "e",
        'ö' or 'ø' => "o",
        'ü' => "u",
        'ä' or 'á' or 'å' => "a",
        _ => "?",
    };
}
