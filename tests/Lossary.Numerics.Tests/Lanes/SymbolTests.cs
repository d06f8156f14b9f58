namespace Lossary.Numerics.Tests;

/// <summary>The LaTeX that formulas write, as a person would have written it.</summary>
public sealed class SymbolTests
{
    private static readonly Symbol R = new("r");
    private static readonly Symbol X = new("x");
    private static readonly Symbol Delta = new Parameter(@"\delta", 1.5);

    public static TheoryData<Symbol, string> Formulas => new()
    {
        // Constants
        { 2, "2" },
        { 0.25, "0.25" },
        { -1.5, "-1.5" },
        { 1.0 / 3, @"\tfrac{1}{3}" },
        { 1e-12, "10^{-12}" },
        { 2.5e20, @"2.5 \cdot 10^{20}" },
        { double.NegativeInfinity, @"-\infty" },

        // Sums
        { X + -R, "x - r" },
        { X + (-1.5), "x - 1.5" },
        { X - -R, "x + r" },
        { X - (-2), "x + 2" },
        { X - (R + 1), @"x - (r + 1)" },
        { X + (R - 1), "x + r - 1" },
        { X + (-R + 1), "x - r + 1" },
        { X + 0, "x" },
        { 0 - X, "-x" },
        { -(X + R), @"-(x + r)" },
        { -(-X), "x" },

        // Products
        { R * R, "r^2" },
        { R * R * R, "r^3" },
        { 0.5 * (R * R), @"\tfrac{1}{2} \, r^2" },
        { R * R * 0.5, @"\tfrac{1}{2} \, r^2" },
        { 1 * X, "x" },
        { -1 * X, "-x" },
        { 0 * X, "0" },
        { X * -R, @"-x \, r" },
        { -X * -R, @"x \, r" },
        { -2 * X, @"-2 \, x" },
        { X * 2, @"2 \, x" },
        { Delta * (Symbol.Abs(R) - (0.5 * Delta)), @"\delta \, (|r| - \tfrac{1}{2} \, \delta)" },
        { Symbol.Abs(R) * Symbol.Abs(R), @"|r|^2" },
        { (R + 1) * (R + 1), @"(r + 1)^2" },
        { Symbol.Exp(X) * Symbol.Exp(X), @"(e^{x})^2" },
        { 2 * new Symbol("3"), @"2 \cdot 3" },

        { -(X - R), "r - x" },
        { -(X - R - 1), "-(x - r - 1)" },
        { -(X - Symbol.Abs(R)), "-(x - |r|)" },
        { -Delta * Symbol.ExpM1(X), @"\delta \, (1 - e^{x})" },
        { Symbol.Max(0, X) * Symbol.Max(0, X), @"\max(0, x)^2" },

        // Quotients
        { new Parameter("c^{-1}", 0.5) * R, @"\frac{r}{c}" },
        { 0.5 * new Symbol("c^{-1}") * (R * R), @"\frac{1}{2 \, c} \, r^2" },
        { 3 * new Symbol("c^{-1}"), @"\frac{3}{c}" },
        { R / Delta, @"\frac{r}{\delta}" },
        { 1 / (1 + Symbol.Exp(-X)), @"\frac{1}{1 + e^{-x}}" },
        { -R / Delta, @"-\frac{r}{\delta}" },
        { X - (R / Delta), @"x - \frac{r}{\delta}" },
        { (R / Delta) * (R / Delta), @"\left(\frac{r}{\delta}\right)^2" },
        { X / 1, "x" },
        { Symbol.Abs(R / Delta), @"\left|\frac{r}{\delta}\right|" },

        // Functions
        { Symbol.Log(X), @"\ln x" },
        { Symbol.Log(1 + X), @"\ln(1 + x)" },
        { -Symbol.Log(X), @"-\ln x" },
        { Symbol.Log1P(Symbol.Exp(-X)), @"\ln(1 + e^{-x})" },
        { Symbol.Log1P(-X), @"\ln(1 - x)" },
        { Symbol.ExpM1(X), "e^{x} - 1" },
        { Symbol.Softplus(X, out _), @"\ln(1 + e^{x})" },
        { Symbol.Sqrt((X * X) + 1) - 1, @"\sqrt{x^2 + 1} - 1" },
        { Symbol.Pow(1 - X, new Parameter(@"\gamma", 2)), @"(1 - x)^{\gamma}" },
        { Symbol.Pow(Symbol.Sigmoid(X), 1.5), @"\sigma(x)^{1.5}" },
        { Symbol.Clamp(R, -Delta, Delta), @"\operatorname{clamp}(r, -\delta, \delta)" },
        { Symbol.Max(0, 1 - X), @"\max(0, 1 - x)" },
        { Symbol.Erfc(X), @"\operatorname{erfc}(x)" },
        { Symbol.Sign(R), @"\operatorname{sign}(r)" },
        { Symbol.LogSigmoid(X), @"\ln \sigma(x)" },
        {
            Symbol.WhereAtMost(Symbol.Abs(R), Delta, 0.5 * (R * R), Delta),
            @"\begin{cases} \tfrac{1}{2} \, r^2 & |r| \le \delta \\ \delta & \text{otherwise} \end{cases}"
        },
    };

    [Theory]
    [MemberData(nameof(Formulas), DisableDiscoveryEnumeration = true)]
    public void A_formula_reads_as_a_person_would_write_it(Symbol formula, string expected)
    {
        Assert.Equal(expected, formula.Latex);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo comma = (System.Globalization.CultureInfo)before.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            System.Globalization.CultureInfo.CurrentCulture = comma;

            Assert.Equal("1.5", Symbol.Constant(1.5).Latex);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
