using System.Text;

namespace Lossary.Cli;

/// <summary>A formula's LaTeX as text that people read in a terminal: <c>½ r²</c>, <c>ln(1 + eᶻ) − t · z</c>.</summary>
/// <remarks>Reads what the library's own formulas are written with: no more LaTeX than that.</remarks>
internal sealed partial class FormulaText
{
    private const int LongestRaised = 2;
    private readonly string _latex;
    private readonly bool _isUnicode;
    private int _at;
    private StringBuilder _text = new();
    private bool _isAfterOperand;
    private bool _isAfterFunction;
    private bool _isInNorm;

    private FormulaText(string latex, bool isUnicode)
    {
        _latex = latex;
        _isUnicode = isUnicode;
    }

    private string Minus => _isUnicode ? "−" : "-";

    private string Times => _isUnicode ? " · " : " * ";

    /// <summary>The formula; the cases of a piecewise one in a line each.</summary>
    public static IReadOnlyList<string> Lines(string latex, bool isUnicode)
    {
        FormulaText formula = new(latex, isUnicode);
        if (latex.StartsWith(@"\begin{cases}", StringComparison.Ordinal))
        {
            formula._at = @"\begin{cases}".Length;
            List<(string Value, string Condition)> cases = formula.Cases();
            if (formula._at == latex.Length)
            {
                int width = cases.Max(part => part.Value.Length);
                return [.. cases.Select(part => $"{part.Value.PadRight(width)}   {part.Condition}")];
            }

            formula = new(latex, isUnicode);
        }

        return [formula.Sequence()];
    }

    /// <summary>The formula in one line.</summary>
    public static string Of(string latex) => new FormulaText(latex, isUnicode: true).Sequence();

    /// <summary>Up to the end of a group, a pair of parentheses or a cell; or a single element.</summary>
    private string Sequence(bool isSingle = false)
    {
        (StringBuilder text, bool isAfterOperand, bool isAfterFunction) outer =
            (_text, _isAfterOperand, _isAfterFunction);
        (_text, _isAfterOperand, _isAfterFunction) = (new(), false, false);
        while (_at < _latex.Length && _latex[_at] is not ('}' or '&') && !IsEnd())
        {
            Element();
            if (isSingle)
            {
                break;
            }
        }

        string inner = _text.ToString();
        (_text, _isAfterOperand, _isAfterFunction) = outer;
        return inner;
    }

    private bool IsEnd() => _latex[_at] == '\\' && (Follows(@"\right") || Follows(@"\\") || Follows(@"\end"));

    private bool Follows(string text) => string.CompareOrdinal(_latex, _at, text, 0, text.Length) == 0;

    private void Element()
    {
        char letter = _latex[_at++];
        switch (letter)
        {
            case ' ':
                break;
            case '\\':
                Command();
                break;
            case '^':
                Power(Argument());
                break;
            case '_':
                Subscript(Argument());
                break;
            case '{':
                _at--;
                Operand(Argument());
                break;
            case '+' or '-' or '<' or '>' or '=' or ':':
                Operator(letter == '-' ? Minus : letter.ToString());
                break;
            case '(':
                Operand("(");
                _isAfterOperand = false;
                break;
            case ')':
                _text.Append(')');
                _isAfterOperand = true;
                break;
            case ',':
                _text.Append(", ");
                _isAfterOperand = false;
                break;
            default:
                Operand(letter.ToString());
                break;
        }
    }

    private void Command()
    {
        string name = CommandName();
        switch (name)
        {
            case ",":
            case "cdot" or "times":
                bool isHalf = _text.Length > 0 && "½¼¾⅛⅓⅔⅙⅚".Contains(_text[^1], StringComparison.Ordinal);
                _text.Append(isHalf ? " " : Times);
                _isAfterOperand = false;
                break;
            case "lVert" or "lvert" or "langle":
                Operand(FormulaSigns.Fence(name, _isUnicode));
                _isAfterOperand = false;
                break;
            case "rVert" or "rvert" or "rangle":
                _text.Append(FormulaSigns.Fence(name, _isUnicode));
                _isAfterOperand = true;
                break;
            case "|":
                Norm();
                break;
            case "sum" or "prod":
                _text.Append(_isAfterOperand ? " " : "");
                _isAfterOperand = false;
                Function(FormulaSigns.Operand(name, _isUnicode));
                break;
            case "bar" or "overline":
                Operand($"mean({Argument()})");
                break;
            case "hat" or "tilde":
                Operand(Argument() + "'");
                break;
            case "left":
                Enclosed();
                break;
            case "frac" or "tfrac":
                Fraction();
                break;
            case "sqrt":
                string radicand = Argument();
                Operand(!_isUnicode ? $"sqrt({radicand})" : IsSingle(radicand) ? $"√{radicand}" : $"√({radicand})");
                break;
            case "operatorname" or "text":
                Function(Word());
                break;
            case "mathrm" or "mathcal" or "mathbf":
                Operand(Word());
                break;
            case "begin":
                Word();
                Operand("{" + string.Join("; ", Cases().Select(part => $"{part.Value} {part.Condition}")) + "}");
                break;
            default:
                Named(name);
                break;
        }
    }

    private void Named(string name)
    {
        string sign = FormulaSigns.Operand(name, _isUnicode);
        if (FormulaSigns.IsSpacing(name))
        {
            return;
        }

        if (FormulaSigns.Relation(name, _isUnicode) is string relation)
        {
            Operator(relation);
        }
        else if (FormulaSigns.IsFunction(name) || (Follows(@"\left(") && name is "sigma" or "Gamma" or "psi"))
        {
            Function(sign);
        }
        else
        {
            Operand(sign);
        }
    }

    private string CommandName()
    {
        int start = _at;
        while (_at < _latex.Length && char.IsAsciiLetter(_latex[_at]))
        {
            _at++;
        }

        return _at > start ? _latex[start.._at] : _latex[_at++].ToString();
    }

    private void Enclosed()
    {
        string open = Delimiter();
        string inner = Sequence();
        _at += @"\right".Length;
        Operand(open + inner + Delimiter());
    }

    private void Fraction()
    {
        string above = Argument(), below = Argument();
        string plain = $"{above}/{below}";
        string quotient = _isUnicode && FormulaSigns.VulgarFraction(plain) is string vulgar ? vulgar
            : IsSingle(above) && IsSingle(below) ? plain
            : $"{(HasSum(above) ? $"({above})" : above)} / {(IsSingle(below) ? below : $"({below})")}";
        Operand(_isAfterFunction ? $"({quotient})" : quotient);
    }

    private List<(string Value, string Condition)> Cases()
    {
        List<(string Value, string Condition)> cases = [];
        while (!Follows(@"\end"))
        {
            string value = Sequence();
            _at++;
            string condition = Sequence();
            cases.Add((value, condition == "otherwise" ? condition : "where " + condition));
            _at += Follows(@"\\") ? @"\\".Length : 0;
        }

        _at += @"\end{cases}".Length;
        return cases;
    }

    private void Operator(string sign)
    {
        _text.Append(_isAfterOperand ? $" {sign} " : sign);
        _isAfterOperand = _isAfterFunction = false;
    }

    private void Function(string name)
    {
        Operand(name);
        _isAfterFunction = true;
    }

    private void Operand(string text)
    {
        bool touches = _isAfterOperand && !_isUnicode && char.IsLetter(text[0]) && char.IsLetter(_text[^1]);
        if (touches || (_isAfterFunction && text[0] != '('))
        {
            _text.Append(' ');
        }

        _text.Append(text);
        _isAfterOperand = true;
        _isAfterFunction = false;
    }

    /// <summary>Whether nothing in it could be torn apart: no operator outside parentheses.</summary>
    private static bool IsSingle(string text) => !HasOutside(text, " /+−-");

    private static bool HasSum(string text) => HasOutside(text[1..], "+−-");

    private static bool HasOutside(string text, string signs)
    {
        int depth = 0;
        bool isInside = false;
        foreach (char letter in text)
        {
            depth += letter is '(' or '{' ? 1 : letter is ')' or '}' ? -1 : 0;
            isInside ^= letter == '|';
            if (depth == 0 && !isInside && signs.Contains(letter, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
