using System.Globalization;
using System.Text.RegularExpressions;

namespace Lossary.Numerics;

/// <content>Sums without "+ −", products without "· 1", squares as powers, quotients as fractions.</content>
public readonly partial record struct Symbol
{
    /// <summary>
    /// Fractions that read better than their decimals: before a factor, or, where the decimals never end, anywhere.
    /// </summary>
    private static readonly (double Value, string Latex, bool EndsInDecimals)[] Fractions =
    [
        (1.0 / 2, @"\tfrac{1}{2}", true), (1.0 / 4, @"\tfrac{1}{4}", true), (3.0 / 4, @"\tfrac{3}{4}", true),
        (1.0 / 8, @"\tfrac{1}{8}", true), (1.0 / 3, @"\tfrac{1}{3}", false), (2.0 / 3, @"\tfrac{2}{3}", false),
        (1.0 / 6, @"\tfrac{1}{6}", false), (5.0 / 6, @"\tfrac{5}{6}", false),
    ];

    private bool IsNegated => Binding == Negated;

    private bool IsNumber => Binding == Whole
        && (char.IsAsciiDigit(Latex[0]) || Latex.StartsWith(@"\tfrac", StringComparison.Ordinal));

    /// <summary>The term without the minus in front of it.</summary>
    private Symbol Magnitude => IsNegated ? new(Latex[1..], Product) : this;

    /// <inheritdoc/>
    public static Symbol operator +(Symbol x, Symbol y)
    {
        if (x.Latex == "0")
        {
            return y;
        }

        if (y.Latex == "0")
        {
            return x;
        }

        return y.Latex[0] == '-'
            ? new($"{x.Latex} - {y.Latex[1..]}", Sum)
            : new($"{x.Latex} + {y.Latex}", Sum);
    }

    /// <inheritdoc/>
    public static Symbol operator -(Symbol x, Symbol y)
    {
        if (y.Latex == "0" || x.Latex == "0")
        {
            return y.Latex == "0" ? x : -y;
        }

        return y.IsNegated ? x + y.Magnitude : new($"{x.Latex} - {y.Within(Product)}", Sum);
    }

    /// <inheritdoc/>
    public static Symbol operator *(Symbol x, Symbol y)
    {
        if (x.Latex == "0" || y.Latex == "0")
        {
            return 0;
        }

        if (x.Latex == "1" || y.Latex == "1")
        {
            return x.Latex == "1" ? y : x;
        }

        if (x == y)
        {
            return new($"{x.AsBase()}^2");
        }

        // A minus in front turns a difference round, or belongs to the whole product.
        if (x.IsNegated && y.Reversed() is Symbol reversed)
        {
            return x.Magnitude * reversed;
        }

        if (x.IsNegated || y.IsNegated)
        {
            Symbol size = x.Magnitude * y.Magnitude;
            return x.IsNegated == y.IsNegated ? size : -size;
        }

        if (x.Latex == $"{y.AsBase()}^2" || y.Latex == $"{x.AsBase()}^2")
        {
            return new($"{(x.Latex.Length < y.Latex.Length ? x : y).AsBase()}^3");
        }

        // A parameter named c^{-1} divides by c.
        if (x.Inverse() is Symbol divisor)
        {
            return y / divisor;
        }

        if (x.IsNumber && y.Inverse() is Symbol below
            && double.TryParse(x.Latex, NumberStyles.Float, CultureInfo.InvariantCulture, out double above))
        {
            return double.IsInteger(1 / above) ? 1 / ((1 / above) * below) : x / below;
        }

        return y.IsNumber && !x.IsNumber ? Joined(y, x) : Joined(x, y);
    }

    /// <inheritdoc/>
    public static Symbol operator /(Symbol x, Symbol y)
    {
        if (y.Latex == "1")
        {
            return x;
        }

        return x.IsNegated ? -(x.Magnitude / y) : new($@"\frac{{{x.Latex}}}{{{y.Latex}}}");
    }

    /// <inheritdoc/>
    public static Symbol operator -(Symbol x)
    {
        if (x.Latex == "0")
        {
            return x;
        }

        return x.IsNegated ? x.Magnitude : x.Reversed() ?? new Symbol($"-{x.Within(Product)}", Negated);
    }

    /// <inheritdoc/>
    public static Symbol operator +(double number, Symbol x) => Constant(number) + x;

    /// <inheritdoc/>
    public static Symbol operator +(Symbol x, double number) => x + Constant(number);

    /// <inheritdoc/>
    public static Symbol operator -(double number, Symbol x) => Constant(number) - x;

    /// <inheritdoc/>
    public static Symbol operator -(Symbol x, double number) => x - Constant(number);

    /// <inheritdoc/>
    public static Symbol operator *(double number, Symbol x) => Constant(number) * x;

    /// <inheritdoc/>
    public static Symbol operator *(Symbol x, double number) => x * Constant(number);

    /// <inheritdoc/>
    public static Symbol operator *(Parameter parameter, Symbol x) => (Symbol)parameter * x;

    /// <inheritdoc/>
    public static Symbol operator /(double number, Symbol x) => Constant(number) / x;

    private static Symbol Joined(Symbol x, Symbol y)
    {
        string left = x.Within(Product), right = y.Within(Product);
        if (double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            left = FractionOf(number, always: true) ?? left;
        }

        return new(char.IsAsciiDigit(right[0]) ? $@"{left} \cdot {right}" : $@"{left} \, {right}", Product);
    }

    /// <summary>c for c^{-1}.</summary>
    private Symbol? Inverse() =>
        Latex.EndsWith("^{-1}", StringComparison.Ordinal) && TakesExponent().IsMatch(Latex[..^5])
        ? new(Latex[..^5])
        : null;

    /// <summary>b − a for a − b, where that is all there is.</summary>
    private Symbol? Reversed()
    {
        if (Binding != Sum || Latex[0] == '-')
        {
            return null;
        }

        int depth = 0, minus = -1;
        for (int i = 0; i < Latex.Length; i++)
        {
            depth += Latex[i] is '{' or '(' ? 1 : Latex[i] is '}' or ')' ? -1 : 0;
            if (depth == 0 && i > 0 && Latex[i] is '+' or '-' && Latex[i - 1] == ' ')
            {
                if (Latex[i] == '+' || minus >= 0)
                {
                    return null;
                }

                minus = i;
            }
        }

        return minus < 0 || Latex.Contains('|', StringComparison.Ordinal)
            ? null
            : new Symbol($"{Latex[(minus + 2)..]} - {Latex[..(minus - 1)]}", Sum);
    }

    private static string? FractionOf(double value, bool always)
    {
        foreach ((double fraction, string latex, bool endsInDecimals) in Fractions)
        {
            if (value == fraction && (always || !endsInDecimals))
            {
                return latex;
            }
        }

        return null;
    }

    /// <summary>Between two signs, which grow where what they enclose is tall.</summary>
    private static string Enclosed(string open, string inner, string close) =>
        inner.Contains(@"\frac", StringComparison.Ordinal) || inner.Contains(@"\begin", StringComparison.Ordinal)
            ? $@"\left{open}{inner}\right{close}"
            : open + inner + close;

    /// <summary>In parentheses where something that binds at least so tightly is wanted.</summary>
    private string Within(int binding) => Binding < binding ? Enclosed("(", Latex, ")") : Latex;

    /// <summary>In parentheses unless an exponent may follow it.</summary>
    private string AsBase() => Binding == Whole && TakesExponent().IsMatch(Latex) ? Latex : Enclosed("(", Latex, ")");

    /// <summary>A name, a whole number, an absolute value, a maximum, a minimum, or a sigmoid.</summary>
    [GeneratedRegex(@"^(\\?[A-Za-z]+(_\w|_\{\w+\})?|\d+|(\\left)?\|.*\||(\\sigma|\\max|\\min)(\\left)?\(.*\))$")]
    private static partial Regex TakesExponent();
}
