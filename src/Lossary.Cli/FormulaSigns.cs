using System.Collections.Frozen;

namespace Lossary.Cli;

/// <summary>What LaTeX's commands look like in a terminal.</summary>
internal static class FormulaSigns
{
    /// <summary>Commands that stand before their argument.</summary>
    private static readonly FrozenSet<string> Functions =
        new[] { "ln", "exp", "max", "min", "tanh", "cosh", "sinh" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, (string Sign, string Ascii)> Operands =
        new Dictionary<string, (string, string)>
        {
            ["alpha"] = ("α", "alpha"),
            ["beta"] = ("β", "beta"),
            ["gamma"] = ("γ", "gamma"),
            ["Gamma"] = ("Γ", "Gamma"),
            ["delta"] = ("δ", "delta"),
            ["epsilon"] = ("ε", "epsilon"),
            ["varepsilon"] = ("ε", "epsilon"),
            ["kappa"] = ("κ", "kappa"),
            ["lambda"] = ("λ", "lambda"),
            ["mu"] = ("μ", "mu"),
            ["nu"] = ("ν", "nu"),
            ["pi"] = ("π", "pi"),
            ["rho"] = ("ρ", "rho"),
            ["sigma"] = ("σ", "sigmoid"),
            ["tau"] = ("τ", "tau"),
            ["psi"] = ("ψ", "psi"),
            ["omega"] = ("ω", "omega"),
            ["ell"] = ("ℓ", "l"),
            ["infty"] = ("∞", "inf"),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Vulgar = new Dictionary<string, string>
    {
        ["1/2"] = "½",
        ["1/4"] = "¼",
        ["3/4"] = "¾",
        ["1/8"] = "⅛",
        ["1/3"] = "⅓",
        ["2/3"] = "⅔",
        ["1/6"] = "⅙",
        ["5/6"] = "⅚",
    }.ToFrozenDictionary();

    private const string Plain = "0123456789+−()abcdefghijklmnoprstuvwxyz";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

    public static bool IsFunction(string command) => Functions.Contains(command);

    /// <summary>The sign of a letter or constant; the command's own name where there is none.</summary>
    public static string Operand(string command, bool isUnicode) =>
        Operands.TryGetValue(command, out (string Sign, string Ascii) found)
        ? isUnicode ? found.Sign : found.Ascii
        : command;

    /// <summary>½ for 1/2; null if there is no such sign.</summary>
    public static string? VulgarFraction(string quotient) => Vulgar.GetValueOrDefault(quotient);

    /// <summary>The text in small raised signs; null where one is missing.</summary>
    public static string? Superscript(string text)
    {
        char[] raised = new char[text.Length];
        for (int i = 0; i < raised.Length; i++)
        {
            int at = Plain.IndexOf(text[i], StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            raised[i] = Raised[at];
        }

        return new string(raised);
    }
}
