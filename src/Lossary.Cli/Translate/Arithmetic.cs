using System.Globalization;
using System.Text.RegularExpressions;

namespace Lossary.Cli;

/// <summary>Arithmetic with parameters, as translations have it: <c>1-alpha</c>, <c>beta^2/2</c>.</summary>
internal abstract partial record Arithmetic
{
    /// <exception cref="FormatException">It is none.</exception>
    public static Arithmetic Parse(string text)
    {
        string rest = text.Replace(" ", "", StringComparison.Ordinal);
        Arithmetic parsed = Sum(ref rest);
        return rest.Length == 0 ? parsed : throw new FormatException($"'{rest}' in '{text}' is not understood.");
    }

    public abstract double Value(IReadOnlyDictionary<string, double> of);

    /// <summary>Whether a parameter stands in it.</summary>
    public abstract bool IsConstant { get; }

    /// <summary>Which parameter has to be what, for it to have a value; nothing where there is no one answer.</summary>
    public abstract (string Name, double Value)? Solve(double value);

    private static Arithmetic Sum(ref string rest)
    {
        Arithmetic left = Product(ref rest);
        while (rest is ['+' or '-', ..])
        {
            char sign = Take(ref rest);
            left = new Operation(sign, left, Product(ref rest));
        }

        return left;
    }

    private static Arithmetic Product(ref string rest)
    {
        Arithmetic left = Power(ref rest);
        while (rest is ['*' or '/', ..])
        {
            char sign = Take(ref rest);
            left = new Operation(sign, left, Power(ref rest));
        }

        return left;
    }

    private static Arithmetic Power(ref string rest)
    {
        Arithmetic left = Atom(ref rest);
        if (rest is not ['^', ..])
        {
            return left;
        }

        char sign = Take(ref rest);
        return new Operation(sign, left, Power(ref rest));
    }

    private static Arithmetic Atom(ref string rest)
    {
        if (rest is ['-', ..])
        {
            Take(ref rest);
            return new Operation('-', new Number(0), Power(ref rest));
        }

        if (rest is ['(', ..])
        {
            Take(ref rest);
            Arithmetic inner = Sum(ref rest);
            return rest is [')', ..] && Take(ref rest) == ')' ? inner : throw new FormatException("A ) is missing.");
        }

        string word = Word().Match(rest).Value;
        rest = rest[word.Length..];
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? new Number(number)
            : word.Length > 0 ? new Name(word) : throw new FormatException("A number or a name is missing.");
    }

    private static char Take(ref string rest)
    {
        char first = rest[0];
        rest = rest[1..];
        return first;
    }

    [GeneratedRegex(@"^(\d+(\.\d+)?([eE][-+]?\d+)?|\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    private sealed record Number(double Of) : Arithmetic
    {
        public override bool IsConstant => true;

        public override double Value(IReadOnlyDictionary<string, double> of) => Of;

        public override (string Name, double Value)? Solve(double value) => null;
    }

    private sealed record Name(string Of) : Arithmetic
    {
        public override bool IsConstant => false;

        public override double Value(IReadOnlyDictionary<string, double> of) =>
            of.TryGetValue(Of, out double value) ? value : throw new FormatException($"The call has no '{Of}'.");

        public override (string Name, double Value)? Solve(double value) => (Of, value);
    }

    private sealed record Operation(char Sign, Arithmetic Left, Arithmetic Right) : Arithmetic
    {
        private static readonly Dictionary<string, double> Nothing = [];

        public override bool IsConstant => Left.IsConstant && Right.IsConstant;

        public override double Value(IReadOnlyDictionary<string, double> of)
        {
            double left = Left.Value(of), right = Right.Value(of);
            return Sign switch
            {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                '/' => left / right,
                _ => Math.Pow(left, right),
            };
        }

        public override (string Name, double Value)? Solve(double value)
        {
            if (Left.IsConstant == Right.IsConstant)
            {
                return null;
            }

            double known = (Left.IsConstant ? Left : Right).Value(Nothing);
            return (Sign, Left.IsConstant) switch
            {
                ('+', true) => Right.Solve(value - known),
                ('-', true) => Right.Solve(known - value),
                ('*', true) => Right.Solve(value / known),
                ('/', true) => Right.Solve(known / value),
                ('+', false) => Left.Solve(value - known),
                ('-', false) => Left.Solve(value + known),
                ('*', false) => Left.Solve(value / known),
                ('/', false) => Left.Solve(value * known),
                ('^', false) => Left.Solve(Math.Pow(value, 1 / known)),
                _ => null,
            };
        }
    }
}
