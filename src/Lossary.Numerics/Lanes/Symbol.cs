using System.Globalization;

namespace Lossary.Numerics;

/// <summary>
/// A piece of text: running a formula over it writes the formula out as LaTeX, the way a person would.
/// </summary>
/// <param name="Latex">The text.</param>
/// <param name="Binding">
/// How tightly its outermost operation binds: −1 a minus in front, 0 sum, 1 product, 2 whole.
/// </param>
public readonly partial record struct Symbol(string Latex, int Binding = Symbol.Whole) : ILane<Symbol>
{
    private const int Negated = -1;
    private const int Sum = 0;
    private const int Product = 1;
    private const int Whole = 2;

    /// <inheritdoc/>
    public static Symbol Constant(double value) => value switch
    {
        double.PositiveInfinity => new(@"\infty"),
        double.NegativeInfinity => new(@"-\infty", Negated),
        < 0 => new("-" + Decimal(-value), Negated),
        _ => new(Decimal(value)),
    };

    /// <inheritdoc/>
    public static implicit operator Symbol(double value) => Constant(value);

    /// <inheritdoc/>
    public static implicit operator Symbol(Parameter parameter) => new(parameter.Name);

    /// <inheritdoc/>
    public static Symbol Abs(Symbol x) => new(Enclosed("|", x.Latex, "|"));

    /// <inheritdoc/>
    public static Symbol Min(Symbol x, Symbol y) => Call(@"\min", x, y);

    /// <inheritdoc/>
    public static Symbol Max(Symbol x, Symbol y) => Call(@"\max", x, y);

    /// <inheritdoc/>
    public static Symbol AtLeast(Symbol x, Symbol bound) => Call(@"\max", x, bound);

    /// <inheritdoc/>
    public static Symbol AtMost(Symbol x, Symbol bound) => Call(@"\min", x, bound);

    /// <inheritdoc/>
    public static Symbol Clamp(Symbol x, Symbol low, Symbol high) => Call(@"\operatorname{clamp}", x, low, high);

    /// <inheritdoc/>
    public static Symbol WhereLess(Symbol x, Symbol y, Symbol chosen, Symbol otherwise) =>
        Cases(x, "<", y, chosen, otherwise);

    /// <inheritdoc/>
    public static Symbol WhereAtMost(Symbol x, Symbol y, Symbol chosen, Symbol otherwise) =>
        Cases(x, @"\le", y, chosen, otherwise);

    /// <inheritdoc/>
    public static Symbol Sign(Symbol x) => Call(@"\operatorname{sign}", x);

    /// <inheritdoc/>
    public static Symbol Round(Symbol x) => Call(@"\operatorname{round}", x);

    /// <inheritdoc/>
    public static Symbol Sqrt(Symbol x) => new($@"\sqrt{{{x.Latex}}}");

    /// <inheritdoc/>
    public static Symbol Exp(Symbol x) => new($"e^{{{x.Latex}}}");

    /// <inheritdoc/>
    public static Symbol ExpM1(Symbol x) => Exp(x) - 1;

    /// <inheritdoc/>
    public static Symbol Log(Symbol x) => x.Binding == Whole ? new($@"\ln {x.Latex}", Product) : Call(@"\ln", x);

    /// <inheritdoc/>
    public static Symbol Log1P(Symbol x) => Call(@"\ln", 1 + x);

    /// <inheritdoc/>
    public static Symbol Tanh(Symbol x) => x.Binding == Whole ? new($@"\tanh {x.Latex}", Product) : Call(@"\tanh", x);

    /// <inheritdoc/>
    public static Symbol Sigmoid(Symbol x) => Call(@"\sigma", x);

    /// <inheritdoc/>
    public static Symbol Softplus(Symbol x, out Symbol sigmoid)
    {
        sigmoid = Sigmoid(x);
        return Log1P(Exp(x));
    }

    /// <inheritdoc/>
    public static Symbol LogSigmoid(Symbol x) => Log(Sigmoid(x));

    /// <inheritdoc/>
    public static Symbol Pow(Symbol x, Symbol y) => new($"{x.AsBase()}^{{{y.Latex}}}");

    /// <inheritdoc/>
    public static Symbol LogGamma(Symbol x) => Call(@"\ln \Gamma", x);

    /// <inheritdoc/>
    public static Symbol Digamma(Symbol x) => Call(@"\psi", x);

    /// <inheritdoc/>
    public static Symbol Trigamma(Symbol x) => Call(@"\psi'", x);

    /// <inheritdoc/>
    public static Symbol Erf(Symbol x) => Call(@"\operatorname{erf}", x);

    /// <inheritdoc/>
    public static Symbol Erfc(Symbol x) => Call(@"\operatorname{erfc}", x);

    private static string Decimal(double value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        if (e < 0)
        {
            return FractionOf(value, always: false) ?? text;
        }

        string power =
            $"10^{{{int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)}}}";
        return text[..e] == "1" ? power : $@"{text[..e]} \cdot {power}";
    }

    private static Symbol Call(string name, params ReadOnlySpan<Symbol> arguments)
    {
        string inner = arguments[0].Latex;
        foreach (Symbol argument in arguments[1..])
        {
            inner += ", " + argument.Latex;
        }

        return new(name + Enclosed("(", inner, ")"));
    }

    private static Symbol Cases(Symbol x, string relation, Symbol y, Symbol chosen, Symbol otherwise) => new(
        $@"\begin{{cases}} {chosen.Latex} & {x.Latex} {relation} {y.Latex} \\ {otherwise.Latex} & \text{{otherwise}} "
        + $@"\end{{cases}}");
}
