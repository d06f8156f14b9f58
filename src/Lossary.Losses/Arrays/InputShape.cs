using System.Globalization;

namespace Lossary.Losses;

/// <summary>The extents of an input as its card writes them, read once: evaluations hold shapes against it.</summary>
internal sealed class InputShape : IEquatable<InputShape>
{
    /// <summary>Stands for any further axes.</summary>
    public const string Rest = "…";

    private readonly string[] _symbols;
    private readonly int[] _numbers;

    /// <summary>Reads a shape.</summary>
    /// <param name="text">Symbols or numbers with commas between, perhaps a last "…".</param>
    public InputShape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Text = text;
        IsOpen = parts.Length > 0 && parts[^1] == Rest;
        _symbols = IsOpen ? parts[..^1] : parts;
        _numbers = [.. _symbols.Select(NumberOf)];
    }

    /// <summary>As the card writes it.</summary>
    public string Text { get; }

    /// <summary>Whether any further axes may follow.</summary>
    public bool IsOpen { get; }

    /// <summary>How many axes there are, but for those that may follow.</summary>
    public int Rank => _symbols.Length;

    /// <summary>How many numbers of one sample it holds: a last extent that is a number, or 1.</summary>
    public int Width => !IsOpen && Rank > 1 && TryNumber(Rank - 1, out int width) ? width : 1;

    /// <summary>An extent's symbol, or its number as text.</summary>
    public string Symbol(int axis) => _symbols[axis];

    /// <summary>An extent that is a number.</summary>
    public bool TryNumber(int axis, out int number) => (number = _numbers[axis]) >= 0;

    /// <inheritdoc/>
    public bool Equals(InputShape? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as InputShape);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The number that an extent is, or -1 where it is a symbol.</summary>
    private static int NumberOf(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
