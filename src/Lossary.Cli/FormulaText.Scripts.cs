namespace Lossary.Cli;

/// <content>What stands in braces, above and below.</content>
internal sealed partial class FormulaText
{
    /// <summary>What stands in braces, or the one letter after <c>^</c>.</summary>
    private string Argument()
    {
        while (_latex[_at] == ' ')
        {
            _at++;
        }

        if (_latex[_at] == '\\')
        {
            return Sequence(isSingle: true);
        }

        if (_latex[_at] != '{')
        {
            return _latex[_at++].ToString();
        }

        _at++;
        string inner = Sequence();
        _at++;
        return inner;
    }

    /// <summary>What stands in braces, as it is.</summary>
    private string Word()
    {
        int start = _at + 1;
        _at = _latex.IndexOf('}', start) + 1;
        return _latex[start..(_at - 1)];
    }

    private void Power(string exponent)
    {
        bool isExponential = _text.Length > 0 && _text[^1] == 'e' && (_text.Length == 1 || !char.IsLetter(_text[^2]));
        string? raised = _isUnicode && exponent.Length <= LongestRaised ? FormulaSigns.Superscript(exponent) : null;
        if (isExponential && raised is null)
        {
            _text.Length--;
            _text.Append("exp(").Append(exponent).Append(')');
        }
        else
        {
            _text.Append(raised ?? (IsSingle(exponent) ? "^" + exponent : $"^({exponent})"));
        }
    }

    private void Subscript(string index)
    {
        string? lowered = _isUnicode ? FormulaSigns.Subscript(index) : null;
        _text.Append(lowered ?? (index.All(char.IsLetterOrDigit) ? "_" + index : $"_({index})"));
    }

    /// <summary>One sign opens and closes it.</summary>
    private void Norm()
    {
        string fence = FormulaSigns.Fence(_isInNorm ? "rVert" : "lVert", _isUnicode);
        if (_isInNorm)
        {
            _text.Append(fence);
        }
        else
        {
            Operand(fence);
        }

        _isAfterOperand = _isInNorm;
        _isInNorm = !_isInNorm;
    }

    /// <summary>What stands after <c>\left</c> or <c>\right</c>.</summary>
    private string Delimiter()
    {
        if (_latex[_at] != '\\')
        {
            return _latex[_at++].ToString();
        }

        _at++;
        string name = CommandName();
        return FormulaSigns.Fence(name == "|" ? "lVert" : name, _isUnicode);
    }
}
