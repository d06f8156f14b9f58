using System.Globalization;

namespace Lossary.Numerics;

/// <summary>A piece of text: running a formula over it writes the formula out as LaTeX.</summary>
/// <param name="Latex">The text.</param>
/// <param name="Binding">How tightly its outermost operation binds: 0 sum, 1 product, 2 whole.</param>
public readonly record struct Symbol(string Latex, int Binding = 2) : ILane<Symbol>
{
    /// <inheritdoc/>
    public static Symbol Constant(double value) => double.IsPositiveInfinity(value)
        ? new(@"\infty")
        : new(value.ToString(CultureInfo.InvariantCulture), value < 0 ? 0 : 2);

    /// <inheritdoc/>
    public static implicit operator Symbol(double value) => Constant(value);

    /// <inheritdoc/>
    public static implicit operator Symbol(Parameter parameter) => new(parameter.Name);

    /// <inheritdoc/>
    public static Symbol Abs(Symbol x) => new($"|{x.Latex}|");

    /// <inheritdoc/>
    public static Symbol Min(Symbol x, Symbol y) => Call(@"\min", x, y);

    /// <inheritdoc/>
    public static Symbol Max(Symbol x, Symbol y) => Call(@"\max", x, y);

    /// <inheritdoc/>
    public static Symbol AtLeast(Symbol x, Symbol bound) => Call(@"\max", x, bound);

    /// <inheritdoc/>
    public static Symbol AtMost(Symbol x, Symbol bound) => Call(@"\min", x, bound);

    /// <inheritdoc/>
    public static Symbol Clamp(Symbol x, Symbol low, Symbol high) =>
        new($@"\operatorname{{clamp}}({x.Latex}, {low.Latex}, {high.Latex})");

    /// <inheritdoc/>
    public static Symbol WhereLess(Symbol x, Symbol y, Symbol chosen, Symbol otherwise) => Cases(x, "<", y, chosen, otherwise);

    /// <inheritdoc/>
    public static Symbol WhereAtMost(Symbol x, Symbol y, Symbol chosen, Symbol otherwise) => Cases(x, @"\le", y, chosen, otherwise);

    /// <inheritdoc/>
    public static Symbol Sqrt(Symbol x) => new($@"\sqrt{{{x.Latex}}}");

    /// <inheritdoc/>
    public static Symbol Exp(Symbol x) => new($"e^{{{x.Latex}}}");

    /// <inheritdoc/>
    public static Symbol ExpM1(Symbol x) => new($"e^{{{x.Latex}}} - 1", 0);

    /// <inheritdoc/>
    public static Symbol Log(Symbol x) => new($@"\ln {x.Within(2)}", 1);

    /// <inheritdoc/>
    public static Symbol Log1P(Symbol x) => new($@"\ln\left(1 + {x.Latex}\right)");

    /// <inheritdoc/>
    public static Symbol Tanh(Symbol x) => new($@"\tanh {x.Within(2)}", 1);

    /// <inheritdoc/>
    public static Symbol Sigmoid(Symbol x) => new($@"\sigma\left({x.Latex}\right)");

    /// <inheritdoc/>
    public static Symbol Softplus(Symbol x, out Symbol sigmoid)
    {
        sigmoid = Sigmoid(x);
        return Log1P(Exp(x));
    }

    /// <inheritdoc/>
    public static Symbol Pow(Symbol x, Symbol y) => new($"{x.Within(2)}^{{{y.Latex}}}");

    /// <inheritdoc/>
    public static Symbol LogGamma(Symbol x) => new($@"\ln \Gamma\left({x.Latex}\right)");

    /// <inheritdoc/>
    public static Symbol Digamma(Symbol x) => new($@"\psi\left({x.Latex}\right)");

    /// <inheritdoc/>
    public static Symbol Trigamma(Symbol x) => new($@"\psi'\left({x.Latex}\right)");

    /// <inheritdoc/>
    public static Symbol operator +(Symbol x, Symbol y) => new($"{x.Latex} + {y.Latex}", 0);

    /// <inheritdoc/>
    public static Symbol operator -(Symbol x, Symbol y) => new($"{x.Latex} - {y.Within(1)}", 0);

    /// <inheritdoc/>
    public static Symbol operator *(Symbol x, Symbol y) => x == y && x.Binding == 2
        ? new($"{x.Latex}^{{2}}", 1)
        : new($@"{x.Within(1)} \, {y.Within(1)}", 1);

    /// <inheritdoc/>
    public static Symbol operator +(double number, Symbol x) => Constant(number) + x;

    /// <inheritdoc/>
    public static Symbol operator -(double number, Symbol x) => Constant(number) - x;

    /// <inheritdoc/>
    public static Symbol operator *(double number, Symbol x) => Constant(number) * x;

    /// <inheritdoc/>
    public static Symbol operator /(double number, Symbol x) => Constant(number) / x;

    /// <inheritdoc/>
    public static Symbol operator +(Symbol x, double number) => x + Constant(number);

    /// <inheritdoc/>
    public static Symbol operator -(Symbol x, double number) => x - Constant(number);

    /// <inheritdoc/>
    public static Symbol operator *(Symbol x, double number) => x * Constant(number);

    /// <inheritdoc/>
    public static Symbol operator *(Parameter parameter, Symbol x) => (Symbol)parameter * x;

    /// <inheritdoc/>
    public static Symbol operator /(Symbol x, Symbol y) => new($@"\frac{{{x.Latex}}}{{{y.Latex}}}");

    /// <inheritdoc/>
    public static Symbol operator -(Symbol x) => new($"-{x.Within(1)}", 0);

    private static Symbol Call(string name, Symbol x, Symbol y) => new($"{name}({x.Latex}, {y.Latex})");

    private static Symbol Cases(Symbol x, string relation, Symbol y, Symbol chosen, Symbol otherwise) => new(
        $@"\begin{{cases}} {chosen.Latex} & {x.Latex} {relation} {y.Latex} \\ {otherwise.Latex} & \text{{otherwise}} \end{{cases}}");

    private string Within(int binding) => Binding < binding ? $@"\left({Latex}\right)" : Latex;
}
