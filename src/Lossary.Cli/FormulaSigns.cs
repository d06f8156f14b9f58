using System.Collections.Frozen;

namespace Lossary.Cli;

/// <summary>What LaTeX's commands look like in a terminal.</summary>
internal static class FormulaSigns
{
    /// <summary>Commands that stand before their argument.</summary>
    private static readonly FrozenSet<string> Functions =
        new[] { "ln", "exp", "log", "max", "min", "tanh", "cosh", "sinh", "cos", "sin", "tan", "arctan",
        "det" }.ToFrozenSet();

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
            ["theta"] = ("θ", "theta"),
            ["eta"] = ("η", "eta"),
            ["phi"] = ("φ", "phi"),
            ["Phi"] = ("Φ", "Phi"),
            ["Delta"] = ("Δ", "Delta"),
            ["Sigma"] = ("Σ", "Sigma"),
            ["xi"] = ("ξ", "xi"),
            ["zeta"] = ("ζ", "zeta"),
            ["chi"] = ("χ", "chi"),
            ["nabla"] = ("∇", "grad"),
            ["partial"] = ("∂", "d"),
            ["sum"] = ("Σ", "sum"),
            ["prod"] = ("Π", "prod"),
            ["top"] = ("T", "T"),
            ["Omega"] = ("Ω", "Omega"),
            ["angle"] = ("∠", "angle"),
            ["dots"] = ("…", "..."),
            ["ldots"] = ("…", "..."),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (string Sign, string Ascii)> Relations =
        new Dictionary<string, (string, string)>
        {
            ["le"] = ("≤", "<="),
            ["ge"] = ("≥", ">="),
            ["ne"] = ("≠", "!="),
            ["in"] = ("∈", "in"),
            ["pm"] = ("±", "+-"),
            ["to"] = ("→", "->"),
            ["mid"] = ("|", "|"),
            ["notin"] = ("∉", "not in"),
            ["propto"] = ("∝", "~"),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (string Sign, string Ascii)> Fences =
        new Dictionary<string, (string, string)>
        {
            ["lVert"] = ("‖", "||"),
            ["rVert"] = ("‖", "||"),
            ["lvert"] = ("|", "|"),
            ["rvert"] = ("|", "|"),
            ["langle"] = ("⟨", "<"),
            ["rangle"] = ("⟩", ">"),
        }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Spacings =
        new[] { "quad", "qquad", "big", "Big", "bigg", "bigl", "bigr", "Bigl", "Bigr", "middle", ";", ":", "!",
        " " }.ToFrozenSet();

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

    private const string Plain = "0123456789+−()abcdefghijklmnoprstuvwxyzT";
    private const string PlainBelow = "0123456789+−()aehijklmnoprstuvx";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ";

    public static bool IsFunction(string command) => Functions.Contains(command);

    /// <summary>The sign of a letter or constant; the command's own name where there is none.</summary>
    public static string Operand(string command, bool isUnicode) =>
        Operands.TryGetValue(command, out (string Sign, string Ascii) found)
        ? isUnicode ? found.Sign : found.Ascii
        : command;

    /// <summary>½ for 1/2; null if there is no such sign.</summary>
    public static string? VulgarFraction(string quotient) => Vulgar.GetValueOrDefault(quotient);

    /// <summary>≥ for ge; null for what does not stand between two sides.</summary>
    public static string? Relation(string command, bool isUnicode) =>
        Relations.TryGetValue(command, out (string Sign, string Ascii) found)
        ? isUnicode ? found.Sign : found.Ascii
        : null;

    /// <summary>‖ for lVert.</summary>
    public static string Fence(string command, bool isUnicode) =>
        Fences.TryGetValue(command, out (string Sign, string Ascii) found)
        ? isUnicode ? found.Sign : found.Ascii
        : command;

    /// <summary>Whether a command only moves what follows, or makes it large.</summary>
    public static bool IsSpacing(string command) => Spacings.Contains(command);

    /// <summary>The text in small raised signs; null where one is missing.</summary>
    public static string? Superscript(string text) => Spelt(text, Plain, Raised);

    /// <summary>The text in small lowered signs; null where one is missing.</summary>
    public static string? Subscript(string text) => Spelt(text.Replace('-', '−'), PlainBelow, Lowered);

    private static string? Spelt(string text, string plain, string small)
    {
        char[] spelt = new char[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            int at = plain.IndexOf(text[i], StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            spelt[i] = small[at];
        }

        return new string(spelt);
    }
}
