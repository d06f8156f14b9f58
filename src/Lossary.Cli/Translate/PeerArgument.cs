namespace Lossary.Cli;

/// <summary>An argument of another library's call.</summary>
/// <param name="Name">What stands before the equals sign; null for one by position.</param>
/// <param name="Value">What stands after it, as it was written.</param>
internal sealed record PeerArgument(string? Name, string Value)
{
    /// <summary>Whether it is in quotes.</summary>
    public bool IsText => Value is ['"' or '\'', ..];

    /// <summary>Whether it is True, False or None.</summary>
    public bool IsFlag => Value is "True" or "False" or "None";

    /// <summary>Whether it is what Python takes for absent or off.</summary>
    public bool IsOff => Value is "False" or "None";

    /// <summary>Without its quotes.</summary>
    public string Text => IsText ? Value[1..^1] : Value;

    /// <summary>Reads one number; an array of one counts.</summary>
    public bool TryNumber(out double number)
    {
        number = PeerArray.Read(Value) is [double only] ? only : double.NaN;
        return !double.IsNaN(number);
    }

    public override string ToString() => Name is null ? Value : $"{Name}={Value}";
}
